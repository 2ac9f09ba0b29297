/** Signing keys, service keys and the published JWKS. */
@NullMarked
package dev.vesper.oidc.keys;

import org.jspecify.annotations.NullMarked;
