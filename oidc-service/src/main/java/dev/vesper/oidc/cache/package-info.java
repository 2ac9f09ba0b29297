/** What this pod remembers, and what it hears of changes. */
@NullMarked
package dev.vesper.oidc.cache;

import org.jspecify.annotations.NullMarked;
