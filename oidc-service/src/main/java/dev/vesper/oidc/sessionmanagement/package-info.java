/** OpenID Connect Session Management 1.0. */
@NullMarked
package dev.vesper.oidc.sessionmanagement;

import org.jspecify.annotations.NullMarked;
