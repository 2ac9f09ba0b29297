/** The authorization endpoint, OpenID Connect Core 1.0 section 3.1.2. */
@NullMarked
package dev.vesper.oidc.authorize;

import org.jspecify.annotations.NullMarked;
