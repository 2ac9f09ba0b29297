package dev.vesper.projection.read.users;

import dev.vesper.projection.answer.Refusals;
import dev.vesper.proto.admin.v1.SearchUsersRequest;
import dev.vesper.proto.admin.v1.TextMethod;
import dev.vesper.proto.admin.v1.UserState;
import dev.vesper.proto.admin.v1.UserType;

/** What a search asks for, as the statement takes it: texts as LIKE patterns, empty for any. */
record UserFilter(String userName, String email, String displayName, String state, String type) {

    static UserFilter of(SearchUsersRequest request) {
        TextMethod method = request.getTextMethod();
        return new UserFilter(
                pattern(name(request), method),
                pattern(request.getEmail(), method),
                pattern(request.getDisplayName(), method),
                state(request.getState()),
                type(request.getType()));
    }

    /** A login name is the user name. Whoever asks for both wants both. */
    private static String name(SearchUsersRequest request) {
        if (request.getUserName().isEmpty() || request.getUserName().equalsIgnoreCase(request.getLoginName())) {
            return request.getLoginName();
        }
        if (!request.getLoginName().isEmpty()) {
            throw Refusals.badField("loginName", "differs from userName, and each user has one name");
        }
        return request.getUserName();
    }

    private static String pattern(String text, TextMethod method) {
        if (text.isEmpty()) {
            return "";
        }
        String literal = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return switch (method) {
            case TEXT_METHOD_UNSPECIFIED, TEXT_METHOD_EQUALS -> literal;
            case TEXT_METHOD_CONTAINS -> "%" + literal + "%";
            case TEXT_METHOD_STARTS_WITH -> literal + "%";
            case UNRECOGNIZED -> throw Refusals.badField("textMethod", "is not a way to compare texts");
        };
    }

    private static String state(UserState state) {
        return switch (state) {
            case USER_STATE_UNSPECIFIED -> "";
            case USER_STATE_ACTIVE -> "active";
            case USER_STATE_INACTIVE -> "inactive";
            case USER_STATE_LOCKED -> "locked";
            case UNRECOGNIZED -> throw Refusals.badField("state", "is not a state of users");
        };
    }

    private static String type(UserType type) {
        return switch (type) {
            case USER_TYPE_UNSPECIFIED -> "";
            case USER_TYPE_HUMAN -> "human";
            case USER_TYPE_MACHINE -> "machine";
            case UNRECOGNIZED -> throw Refusals.badField("type", "is not a type of users");
        };
    }
}
