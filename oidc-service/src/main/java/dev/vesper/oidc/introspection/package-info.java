/** Token introspection, RFC 7662. */
@NullMarked
package dev.vesper.oidc.introspection;

import org.jspecify.annotations.NullMarked;
