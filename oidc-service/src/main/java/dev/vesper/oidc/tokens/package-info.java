/** Minting of ID and access tokens from what was granted. */
@NullMarked
package dev.vesper.oidc.tokens;

import org.jspecify.annotations.NullMarked;
