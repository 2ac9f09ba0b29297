/** A person's page of their own sessions. */
@NullMarked
package dev.vesper.oidc.mysessions;

import org.jspecify.annotations.NullMarked;
