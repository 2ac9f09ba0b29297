/** The userinfo endpoint, OpenID Connect Core 1.0 section 5.3. */
@NullMarked
package dev.vesper.oidc.userinfo;

import org.jspecify.annotations.NullMarked;
