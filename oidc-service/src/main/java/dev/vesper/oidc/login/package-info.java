/** The login pages. */
@NullMarked
package dev.vesper.oidc.login;

import org.jspecify.annotations.NullMarked;
