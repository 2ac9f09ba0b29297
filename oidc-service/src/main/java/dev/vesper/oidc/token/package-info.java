/** The token endpoint, RFC 6749 section 3.2. */
@NullMarked
package dev.vesper.oidc.token;

import org.jspecify.annotations.NullMarked;
