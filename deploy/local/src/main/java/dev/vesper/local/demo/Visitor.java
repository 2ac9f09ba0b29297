package dev.vesper.local.demo;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Instant;
import java.util.Optional;

/** What this app knows of one browser. */
sealed interface Visitor {
    /** Not signed in, and never was. */
    record Stranger() implements Visitor {}

    /** Sent to Vesper to sign in, and expected back with this state. */
    record Arriving(State state, Nonce nonce, CodeVerifier verifier, Instant asked) implements Visitor {}

    record SignedIn(SignIn signIn) implements Visitor {}

    /** Sent to Vesper to sign out, and expected back with this state. */
    record Leaving(SignIn signIn, State state, Optional<LogoutNotice> notice) implements Visitor {}

    /**
     * Not signed in any more.
     *
     * @param here whether the person signed out in this app; if not, a logout token did it
     * @param click where and when somebody clicked on 'Sign out', when this browser was it
     */
    record SignedOut(SignIn was, boolean here, Optional<LogoutNotice> notice, Optional<SignOutClick> click)
            implements Visitor {}

    /** What becomes of this browser when a logout token for its session arrives. */
    default Visitor told(LogoutNotice notice) {
        return switch (this) {
            case SignedIn(var signIn)
            when notice.concerns(signIn) -> new SignedOut(signIn, false, Optional.of(notice), Optional.empty());
            case Leaving(var signIn, var state, var none)
            when notice.concerns(signIn) -> new Leaving(signIn, state, Optional.of(notice));
            case SignedOut(var was, var here, var first, var click)
            when first.isEmpty() && notice.concerns(was) -> new SignedOut(was, here, Optional.of(notice), click);
            default -> this;
        };
    }
}
