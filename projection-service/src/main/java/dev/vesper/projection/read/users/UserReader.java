package dev.vesper.projection.read.users;

import dev.vesper.projection.answer.Page;
import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.answer.Refusals;
import dev.vesper.projection.answer.Rows;
import dev.vesper.projection.database.Sql;
import dev.vesper.proto.admin.v1.HumanEmail;
import dev.vesper.proto.admin.v1.HumanPhone;
import dev.vesper.proto.admin.v1.HumanProfile;
import dev.vesper.proto.admin.v1.SearchUsersRequest;
import dev.vesper.proto.admin.v1.SearchUsersResponse;
import dev.vesper.proto.admin.v1.User;
import dev.vesper.proto.admin.v1.UserState;
import dev.vesper.proto.internal.v1.GetUserByLoginNameQuery;
import dev.vesper.proto.internal.v1.GetUserQuery;
import dev.vesper.proto.internal.v1.SearchUsersQuery;
import io.grpc.StatusRuntimeException;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Answers what is asked about people. A login name is the user name, whatever its case. */
@Singleton
public final class UserReader {
    private static final Sql GET = Sql.of(UserReader.class, "get_user");
    private static final Sql GET_BY_LOGIN_NAME = Sql.of(UserReader.class, "get_user_by_login_name");
    private static final Sql SEARCH = Sql.of(UserReader.class, "search_users");
    private static final String VIEW = "users";

    private final Queries queries;

    @Inject
    UserReader(Queries queries) {
        this.queries = queries;
    }

    public User get(GetUserQuery query) {
        String instance = queries.instance(query.getContext(), VIEW);
        return queries.find(GET, instance, query.getUserId())
                .map(UserReader::user)
                .orElseThrow(UserReader::notFound);
    }

    public User getByLoginName(GetUserByLoginNameQuery query) {
        String instance = queries.instance(query.getContext(), VIEW);
        return queries.find(GET_BY_LOGIN_NAME, instance, query.getLoginName())
                .map(UserReader::user)
                .orElseThrow(UserReader::notFound);
    }

    public SearchUsersResponse search(SearchUsersQuery query) {
        SearchUsersRequest request = query.getRequest();
        Page page = Page.ascending(request.getPageSize(), request.getPageToken());
        String state = stateName(request.getState());
        String instance = queries.instance(query.getContext(), VIEW);
        Iterable<Row> rows = queries.list(
                SEARCH,
                instance,
                page.date(),
                page.id(),
                page.limit(),
                request.getUserName(),
                request.getEmail(),
                state);
        SearchUsersResponse.Builder answer = SearchUsersResponse.newBuilder();
        return answer.addAllUsers(Rows.page(rows, page, "user_id", UserReader::user, answer::setNextPageToken))
                .build();
    }

    private static User user(Row row) {
        User.Builder user = User.newBuilder()
                .setUserId(row.getString("user_id"))
                .setUserName(Rows.text(row, "user_name"))
                .setState(state(row.getString("state")))
                .setProfile(profile(row))
                .setEmail(HumanEmail.newBuilder()
                        .setEmail(Rows.text(row, "email"))
                        .setIsVerified(row.getBoolean("is_email_verified")))
                .setDetails(Rows.details(row));
        if (row.getString("user_name") != null) {
            user.addLoginNames(row.getString("user_name"));
        }
        if (row.getString("phone") != null) {
            user.setPhone(HumanPhone.newBuilder()
                    .setPhone(row.getString("phone"))
                    .setIsVerified(row.getBoolean("is_phone_verified")));
        }
        return user.build();
    }

    private static HumanProfile profile(Row row) {
        return HumanProfile.newBuilder()
                .setGivenName(Rows.text(row, "given_name"))
                .setFamilyName(Rows.text(row, "family_name"))
                .setDisplayName(Rows.text(row, "display_name"))
                .setPreferredLanguage(Rows.text(row, "preferred_language"))
                .build();
    }

    private static UserState state(String name) {
        return switch (name) {
            case "inactive" -> UserState.USER_STATE_INACTIVE;
            case "locked" -> UserState.USER_STATE_LOCKED;
            default -> UserState.USER_STATE_ACTIVE;
        };
    }

    private static String stateName(UserState state) {
        return switch (state) {
            case USER_STATE_UNSPECIFIED -> "";
            case USER_STATE_ACTIVE -> "active";
            case USER_STATE_INACTIVE -> "inactive";
            case USER_STATE_LOCKED -> "locked";
            case UNRECOGNIZED -> throw Refusals.badField("state", "is not a state of users");
        };
    }

    private static StatusRuntimeException notFound() {
        return Refusals.notFound("USER_NOT_FOUND", "no such user");
    }
}
