/** The channels to the services behind, and client authentication. */
@NullMarked
package dev.vesper.oidc.clients;

import org.jspecify.annotations.NullMarked;
