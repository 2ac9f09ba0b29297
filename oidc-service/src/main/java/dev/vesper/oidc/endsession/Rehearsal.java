package dev.vesper.oidc.endsession;

import dev.vesper.events.ConsistencyToken;
import dev.vesper.oidc.cache.RelyingParties;
import dev.vesper.oidc.http.Parameters;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.tokens.IdTokenHint;
import dev.vesper.oidc.tokens.IdTokenHints;
import dev.vesper.oidc.tokens.TokenMint;
import dev.vesper.oidc.useragent.UserAgent;
import dev.vesper.proto.internal.v1.Grant;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Signs nobody out, right after the service has become ready: so the first person who signs out does not wait while classes are
 * loaded, connections opened and keys fetched. All of it is real but the session, which there is not; so nothing ends, and no event is written.
 */
@Singleton
public final class Rehearsal {
    private static final Logger LOG = Logger.getLogger(Rehearsal.class);
    private static final String NOBODY = "rehearsal";

    private final TokenMint mint;
    private final IdTokenHints hints;
    private final RelyingParties relyingParties;
    private final EndSession endSession;
    private final AtomicBoolean begun = new AtomicBoolean();

    Rehearsal(TokenMint mint, IdTokenHints hints, RelyingParties relyingParties, EndSession endSession) {
        this.mint = mint;
        this.hints = hints;
        this.relyingParties = relyingParties;
        this.endSession = endSession;
    }

    /** As {@link #run}, unless there was one. Nobody waits for it. */
    public void begin(String instanceId, String issuer) {
        if (begun.compareAndSet(false, true)) {
            Thread.ofVirtual().name("rehearsal").start(() -> run(instanceId, issuer));
        }
    }

    /**
     * Where it cannot be held, the first sign-out takes longer, and nothing else is different.
     *
     * @return whether it was held
     */
    boolean run(String instanceId, String issuer) {
        try {
            perform(new Tenant(instanceId, issuer, "127.0.0.1"));
            return true;
        } catch (RuntimeException missing) {
            LOG.infof("sign-outs are not rehearsed, so that the first one takes longer: %s", missing.getMessage());
            return false;
        }
    }

    private void perform(Tenant tenant) {
        IdTokenHint hint = mint.mint(tenant, grant(tenant))
                .idToken()
                .flatMap(token -> hints.read(tenant, token))
                .orElseThrow(() -> new IllegalStateException("an ID token of ours is not taken for one"));
        relyingParties.findActive(tenant.instanceId(), hint.clientId());
        endSession.answer(
                tenant,
                LogoutRequest.of(Parameters.NONE, Optional.of(hint), hint.clientId(), ""),
                Optional.of(new UserAgent(NOBODY, ConsistencyToken.NONE)));
    }

    private static Grant grant(Tenant tenant) {
        return Grant.newBuilder()
                .setIssuer(tenant.issuer())
                .setUserId(NOBODY)
                .setClientId(NOBODY)
                .setSessionId(NOBODY)
                .setOidcSessionId(NOBODY)
                .setAccessTokenId(NOBODY)
                .addScope("openid")
                .build();
    }
}
