/** Token revocation, RFC 7009. */
@NullMarked
package dev.vesper.oidc.revocation;

import org.jspecify.annotations.NullMarked;
