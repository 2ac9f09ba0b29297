/** OpenID Connect Discovery 1.0. */
@NullMarked
package dev.vesper.oidc.discovery;

import org.jspecify.annotations.NullMarked;
