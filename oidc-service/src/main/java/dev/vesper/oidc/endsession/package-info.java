/** OpenID Connect RP-Initiated Logout 1.0. */
@NullMarked
package dev.vesper.oidc.endsession;

import org.jspecify.annotations.NullMarked;
