package dev.vesper.oidc.userinfo;

import dev.vesper.proto.admin.v1.HumanProfile;
import dev.vesper.proto.admin.v1.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the scopes of a token let its bearer know of the person (OpenID Connect Core 1.0, sections 5.1 and 5.4). */
final class UserinfoClaims {
    private UserinfoClaims() {}

    static Map<String, Object> of(User user, List<String> scope) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", user.getUserId());
        if (scope.contains("profile")) {
            addProfile(claims, user);
        }
        if (scope.contains("email") && !user.getEmail().getEmail().isEmpty()) {
            claims.put("email", user.getEmail().getEmail());
            claims.put("email_verified", user.getEmail().getIsVerified());
        }
        if (scope.contains("phone") && !user.getPhone().getPhone().isEmpty()) {
            claims.put("phone_number", user.getPhone().getPhone());
            claims.put("phone_number_verified", user.getPhone().getIsVerified());
        }
        return claims;
    }

    private static void addProfile(Map<String, Object> claims, User user) {
        HumanProfile profile = user.getProfile();
        addUnlessEmpty(claims, "name", profile.getDisplayName());
        addUnlessEmpty(claims, "given_name", profile.getGivenName());
        addUnlessEmpty(claims, "family_name", profile.getFamilyName());
        addUnlessEmpty(claims, "preferred_username", user.getUserName());
        addUnlessEmpty(claims, "locale", profile.getPreferredLanguage());
        if (user.getDetails().hasChangeDate()) {
            claims.put("updated_at", user.getDetails().getChangeDate().getSeconds());
        }
    }

    private static void addUnlessEmpty(Map<String, Object> claims, String name, String value) {
        if (!value.isEmpty()) {
            claims.put(name, value);
        }
    }
}
