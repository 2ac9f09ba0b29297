/** The services behind, in memory and in the same process: small, and true to what their contracts promise. */
@NullMarked
package dev.vesper.oidc.world;

import org.jspecify.annotations.NullMarked;
