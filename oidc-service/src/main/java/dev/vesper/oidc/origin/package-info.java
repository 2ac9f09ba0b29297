/** The origin that the browser sees: the issuer, and the instance behind it. */
@NullMarked
package dev.vesper.oidc.origin;

import org.jspecify.annotations.NullMarked;
