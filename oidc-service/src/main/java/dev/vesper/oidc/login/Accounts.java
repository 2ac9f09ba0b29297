package dev.vesper.oidc.login;

import dev.vesper.oidc.clients.Asked;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.proto.admin.v1.Session;
import dev.vesper.proto.admin.v1.User;
import dev.vesper.proto.internal.v1.GetUserByLoginNameQuery;
import dev.vesper.proto.internal.v1.GetUserQuery;
import dev.vesper.proto.internal.v1.UserQueriesGrpc.UserQueriesBlockingStub;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/** The people behind login names and sessions. */
@Singleton
public final class Accounts {
    private final UserQueriesBlockingStub users;

    Accounts(UserQueriesBlockingStub users) {
        this.users = users;
    }

    Optional<User> findByLoginName(Tenant tenant, String loginName) {
        GetUserByLoginNameQuery query = GetUserByLoginNameQuery.newBuilder()
                .setContext(tenant.context())
                .setLoginName(loginName)
                .build();
        return Asked.find(() -> users.getUserByLoginName(query));
    }

    /** @return empty for a session whose user is gone */
    public Optional<AccountPicker.Account> find(Tenant tenant, Session session) {
        GetUserQuery query = GetUserQuery.newBuilder()
                .setContext(tenant.context())
                .setUserId(session.getUserId())
                .build();
        return Asked.find(() -> users.getUser(query)).map(user -> account(session, user));
    }

    private static AccountPicker.Account account(Session session, User user) {
        String loginName = user.getUserName();
        String displayName = user.getProfile().getDisplayName().isEmpty()
                ? loginName
                : user.getProfile().getDisplayName();
        String initial = displayName.isEmpty() ? "" : displayName.substring(0, displayName.offsetByCodePoints(0, 1));
        return new AccountPicker.Account(
                session.getSessionId(), displayName, loginName, initial.toUpperCase(Locale.ROOT));
    }
}
