package dev.vesper.local.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses a logout token that nobody signed, and shows its page to nobody, before this app listens: so the first person does not
 * wait until all that is loaded.
 */
final class Rehearsal {
    private static final String NOBODY = "rehearsal";

    private final App app;

    Rehearsal(App app) {
        this.app = app;
    }

    /** Where Vesper is away, the first time takes longer, and nothing else is different. */
    void run() {
        try {
            var now = app.clock().instant();
            var token = unsigned(now);
            refuse(token, now);
            show(token, now);
        } catch (GeneralException | IOException | java.text.ParseException e) {
            System.out.println("The first sign-out takes longer, for want of a rehearsal: " + e.getMessage());
        }
    }

    private void refuse(SignedJWT token, Instant now) throws GeneralException, IOException {
        try {
            app.provider().logoutTokens().check(token, now);
        } catch (BadJOSEException | JOSEException refused) {
            return;
        }
        throw new IllegalStateException("a logout token that nobody signed was taken for good");
    }

    private void show(SignedJWT token, Instant now) throws ParseException, java.text.ParseException {
        var claims = token.getJWTClaimsSet();
        var signIn = new SignIn(token, new IDTokenClaimsSet(claims), NOBODY, NOBODY, now, now);
        var notice = new LogoutNotice(token, new LogoutTokenClaimsSet(claims), now);
        var click = new SignOutClick(NOBODY, now, NOBODY);
        HomeView.render(app.settings(), new Visitor.SignedIn(signIn));
        HomeView.render(app.settings(), new Visitor.SignedOut(signIn, false, Optional.of(notice), Optional.of(click)));
    }

    private SignedJWT unsigned(Instant now) throws java.text.ParseException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("logout+jwt"))
                .keyID(NOBODY)
                .build();
        var claims = new JWTClaimsSet.Builder()
                .issuer(app.settings().issuer().toString())
                .subject(NOBODY)
                .audience(app.settings().client().clientId())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now))
                .jwtID(NOBODY)
                .claim("sid", NOBODY)
                .claim("events", Map.of(LogoutTokenClaimsSet.EVENT_TYPE, Map.of()))
                .build();
        return new SignedJWT(header.toBase64URL(), Base64URL.encode(claims.toString()), Base64URL.encode(NOBODY));
    }
}
