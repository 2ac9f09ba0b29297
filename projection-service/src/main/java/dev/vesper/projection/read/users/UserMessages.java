package dev.vesper.projection.read.users;

import dev.vesper.projection.answer.Rows;
import dev.vesper.proto.admin.v1.AccessTokenType;
import dev.vesper.proto.admin.v1.HumanEmail;
import dev.vesper.proto.admin.v1.HumanPhone;
import dev.vesper.proto.admin.v1.HumanProfile;
import dev.vesper.proto.admin.v1.MachineProfile;
import dev.vesper.proto.admin.v1.User;
import dev.vesper.proto.admin.v1.UserCredentials;
import dev.vesper.proto.admin.v1.UserState;
import dev.vesper.proto.admin.v1.UserType;
import io.vertx.sqlclient.Row;

/** Rows of users as the messages have them. */
final class UserMessages {
    private UserMessages() {}

    static User user(Row row) {
        User.Builder user = User.newBuilder()
                .setUserId(row.getString("user_id"))
                .setUserName(Rows.text(row, "user_name"))
                .setState(state(row.getString("state")))
                .setCredentials(credentials(row))
                .setDetails(Rows.details(row));
        if (row.getString("user_name") != null) {
            user.addLoginNames(row.getString("user_name"));
        }
        return (row.getString("type").equals("machine") ? machine(user, row) : human(user, row)).build();
    }

    private static User.Builder human(User.Builder user, Row row) {
        user.setType(UserType.USER_TYPE_HUMAN)
                .setProfile(profile(row))
                .setEmail(HumanEmail.newBuilder()
                        .setEmail(Rows.text(row, "email"))
                        .setIsVerified(row.getBoolean("is_email_verified")));
        if (row.getString("phone") != null) {
            user.setPhone(HumanPhone.newBuilder()
                    .setPhone(row.getString("phone"))
                    .setIsVerified(row.getBoolean("is_phone_verified")));
        }
        return user;
    }

    private static User.Builder machine(User.Builder user, Row row) {
        return user.setType(UserType.USER_TYPE_MACHINE)
                .setMachine(MachineProfile.newBuilder()
                        .setName(Rows.text(row, "machine_name"))
                        .setDescription(Rows.text(row, "machine_description"))
                        .setAccessTokenType(AccessTokenType.valueOf(row.getString("access_token_type"))));
    }

    private static HumanProfile profile(Row row) {
        return HumanProfile.newBuilder()
                .setGivenName(Rows.text(row, "given_name"))
                .setFamilyName(Rows.text(row, "family_name"))
                .setDisplayName(Rows.text(row, "display_name"))
                .setPreferredLanguage(Rows.text(row, "preferred_language"))
                .build();
    }

    private static UserCredentials credentials(Row row) {
        return UserCredentials.newBuilder()
                .setHasPassword(row.getBoolean("has_password"))
                .setPasswordChangeRequired(row.getBoolean("is_password_change_required"))
                .setHasTotp(row.getBoolean("has_totp"))
                .setHasOtpSms(row.getBoolean("has_otp_sms"))
                .setHasOtpEmail(row.getBoolean("has_otp_email"))
                .setHasSecret(row.getBoolean("has_secret"))
                .build();
    }

    private static UserState state(String name) {
        return switch (name) {
            case "inactive" -> UserState.USER_STATE_INACTIVE;
            case "locked" -> UserState.USER_STATE_LOCKED;
            default -> UserState.USER_STATE_ACTIVE;
        };
    }
}
