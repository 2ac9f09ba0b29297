package dev.vesper.eventstore.write;

import dev.vesper.events.AuthRequestEvent;
import dev.vesper.events.ProjectEvent.OidcAppConfig;
import dev.vesper.eventstore.crypto.TokenHash;
import dev.vesper.eventstore.write.authrequest.CodeIssuing;
import dev.vesper.eventstore.write.oidcsession.ClientCredential;
import dev.vesper.eventstore.write.oidcsession.CodeExchange;
import dev.vesper.eventstore.write.oidcsession.Grant;
import dev.vesper.eventstore.write.oidcsession.TokenRefresh;
import dev.vesper.eventstore.write.project.AppCommands.AppCreated;
import dev.vesper.eventstore.write.project.TestProjects;
import java.util.List;

/** A relying party with an app of its own, as it would act over HTTP. */
public record Relying(WriteSide side, String projectId, AppCreated app, String method) {
    static final String VERIFIER = "verifier-verifier-verifier-verifier-verifier";
    static final String CHALLENGE = TokenHash.of(VERIFIER);

    /** May refresh, and wants to be told of logouts. */
    public static Relying party(WriteSide side, String name) {
        return with(side, name, "AUTH_METHOD_TYPE_BASIC");
    }

    public static Relying with(WriteSide side, String name, String method) {
        String projectId = side.projects.create(WriteSide.ADMIN, "", name).projectId();
        OidcAppConfig config = TestProjects.withGrants(
                TestProjects.withBackChannel(
                        TestProjects.config(WriteSide.REDIRECT), "https://alpha.example.com/logout"),
                "GRANT_TYPE_AUTHORIZATION_CODE",
                "GRANT_TYPE_REFRESH_TOKEN");
        OidcAppConfig asIs = TestProjects.withAuthMethod(config, method);
        return new Relying(side, projectId, side.apps.createOidc(WriteSide.ADMIN, projectId, name, asIs), method);
    }

    /** @return the code */
    public String code(String sessionId, String... scope) {
        AuthRequestEvent.Added request = WriteSide.request(app.clientId(), scope);
        return ((CodeIssuing.CodeIssued) side.codes.issue(WriteSide.INSTANCE, request, sessionId)).code();
    }

    public ClientCredential credential() {
        return new ClientCredential(app.clientId(), method, app.clientSecret());
    }

    public Grant exchange(String code) {
        return side.oidc.exchange().exchange(exchangeOf(code));
    }

    public CodeExchange.Request exchangeOf(String code) {
        return new CodeExchange.Request(WriteSide.INSTANCE, credential(), code, WriteSide.REDIRECT, VERIFIER);
    }

    public Grant refresh(String refreshToken, String... scope) {
        return side.oidc
                .refresh()
                .refresh(new TokenRefresh.Request(WriteSide.INSTANCE, credential(), refreshToken, List.of(scope)));
    }
}
