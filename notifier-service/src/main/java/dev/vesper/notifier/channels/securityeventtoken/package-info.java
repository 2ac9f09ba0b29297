/** Logout tokens by form POST: OpenID Connect Back-Channel Logout 1.0. */
@NullMarked
package dev.vesper.notifier.channels.securityeventtoken;

import org.jspecify.annotations.NullMarked;
