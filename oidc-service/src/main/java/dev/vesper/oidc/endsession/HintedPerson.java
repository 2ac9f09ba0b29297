package dev.vesper.oidc.endsession;

import dev.vesper.oidc.clients.Asked;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.proto.admin.v1.Session;
import dev.vesper.proto.admin.v1.User;
import dev.vesper.proto.internal.v1.GetUserByLoginNameQuery;
import dev.vesper.proto.internal.v1.UserQueriesGrpc.UserQueriesBlockingStub;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Which of the people in a browser a client means by {@code logout_hint} (OpenID Connect RP-Initiated Logout 1.0, section 2): by
 * login name, user id or session id. It spares them the question who, never the question whether.
 */
@Singleton
final class HintedPerson {
    private final UserQueriesBlockingStub users;

    HintedPerson(UserQueriesBlockingStub users) {
        this.users = users;
    }

    /** @return empty for no hint, or one at nobody who is signed in here */
    Optional<Session> find(Tenant tenant, LogoutRequest request, List<Session> active) {
        String hint = request.logoutHint();
        if (hint.isEmpty() || active.isEmpty()) {
            return Optional.empty();
        }
        return active.stream()
                .filter(session -> hint.equals(session.getSessionId()) || hint.equals(session.getUserId()))
                .findFirst()
                .or(() -> byLoginName(tenant, hint, active));
    }

    private Optional<Session> byLoginName(Tenant tenant, String loginName, List<Session> active) {
        GetUserByLoginNameQuery query = GetUserByLoginNameQuery.newBuilder()
                .setContext(tenant.context())
                .setLoginName(loginName)
                .build();
        return Asked.find(() -> users.getUserByLoginName(query))
                .map(User::getUserId)
                .flatMap(userId -> active.stream()
                        .filter(session -> userId.equals(session.getUserId()))
                        .findFirst());
    }
}
