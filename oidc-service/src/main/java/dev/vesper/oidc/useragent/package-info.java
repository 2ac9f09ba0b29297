/** The browser: its cookie, its sessions, and what protects its forms. */
@NullMarked
package dev.vesper.oidc.useragent;

import org.jspecify.annotations.NullMarked;
