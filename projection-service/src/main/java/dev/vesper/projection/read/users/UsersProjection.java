package dev.vesper.projection.read.users;

import dev.vesper.events.Event;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.UserEmailEvent;
import dev.vesper.events.UserEvent;
import dev.vesper.events.UserFactorEvent;
import dev.vesper.events.UserMachineEvent;
import dev.vesper.events.UserPhoneEvent;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.engine.Projection;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every event of a user moves their row on, for its sequence; some say more. */
@Singleton
final class UsersProjection implements Projection {
    private static final Sql ADD_HUMAN = Sql.of(UsersProjection.class, "add_human");
    private static final Sql ADD_MACHINE = Sql.of(UsersProjection.class, "add_machine");
    private static final Sql SET_MACHINE = Sql.of(UsersProjection.class, "set_machine");
    private static final Sql SET_USER_NAME = Sql.of(UsersProjection.class, "set_user_name");
    private static final Sql SET_PROFILE = Sql.of(UsersProjection.class, "set_profile");
    private static final Sql SET_EMAIL = Sql.of(UsersProjection.class, "set_email");
    private static final Sql VERIFY_EMAIL = Sql.of(UsersProjection.class, "verify_email");
    private static final Sql SET_PHONE = Sql.of(UsersProjection.class, "set_phone");
    private static final Sql VERIFY_PHONE = Sql.of(UsersProjection.class, "verify_phone");
    private static final Sql SET_PASSWORD = Sql.of(UsersProjection.class, "set_password");
    private static final Sql SET_TOTP = Sql.of(UsersProjection.class, "set_totp");
    private static final Sql SET_OTP_SMS = Sql.of(UsersProjection.class, "set_otp_sms");
    private static final Sql SET_OTP_EMAIL = Sql.of(UsersProjection.class, "set_otp_email");
    private static final Sql SET_SECRET = Sql.of(UsersProjection.class, "set_secret");
    private static final Sql SET_STATE = Sql.of(UsersProjection.class, "set_state");
    private static final Sql REMOVE = Sql.of(UsersProjection.class, "remove_user");
    private static final Sql TOUCH = Sql.of(UsersProjection.class, "touch_user");

    @Override
    public String name() {
        return "users";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Set<String> aggregateTypes() {
        return Set.of("user");
    }

    @Override
    public Change reduce(RecordedEvent at, Event event) {
        return switch (event) {
            case UserEvent user -> user(at, user);
            case UserEmailEvent email -> email(at, email);
            case UserPhoneEvent phone -> phone(at, phone);
            case UserFactorEvent factor -> factor(at, factor);
            case UserMachineEvent.SecretSet _ -> change(SET_SECRET, at, true);
            case UserMachineEvent.SecretRemoved _ -> change(SET_SECRET, at, false);
            default -> change(TOUCH, at);
        };
    }

    private static Change user(RecordedEvent at, UserEvent event) {
        return switch (event) {
            case UserEvent.HumanAdded added -> human(at, added);
            case UserEvent.MachineAdded e ->
                change(ADD_MACHINE, at, at.owner(), e.userName(), e.name(), e.description(), e.accessTokenType());
            case UserEvent.MachineChanged e -> change(SET_MACHINE, at, e.name(), e.description(), e.accessTokenType());
            case UserEvent.UserNameChanged e -> change(SET_USER_NAME, at, e.userName());
            case UserEvent.ProfileChanged e ->
                change(SET_PROFILE, at, e.firstName(), e.lastName(), e.displayName(), e.preferredLanguage());
            case UserEvent.Locked _ -> change(SET_STATE, at, "locked");
            case UserEvent.Unlocked _, UserEvent.Reactivated _ -> change(SET_STATE, at, "active");
            case UserEvent.Deactivated _ -> change(SET_STATE, at, "inactive");
            case UserEvent.Removed _ -> change(REMOVE, at);
            case UserEvent.PasswordChanged e -> change(SET_PASSWORD, at, e.changeRequired());
            case UserEvent.SignedOut _, UserEvent.SessionsEnded _ -> change(TOUCH, at);
            case UserEvent.PatAdded _, UserEvent.PatRemoved _ -> change(TOUCH, at);
        };
    }

    private static Change email(RecordedEvent at, UserEmailEvent event) {
        return switch (event) {
            case UserEmailEvent.Changed changed -> change(SET_EMAIL, at, changed.email());
            case UserEmailEvent.Verified _ -> change(VERIFY_EMAIL, at);
            case UserEmailEvent.CodeAdded _, UserEmailEvent.CodeSent _ -> change(TOUCH, at);
        };
    }

    private static Change phone(RecordedEvent at, UserPhoneEvent event) {
        return switch (event) {
            case UserPhoneEvent.Changed changed -> change(SET_PHONE, at, changed.phone());
            case UserPhoneEvent.Removed _ -> change(SET_PHONE, at, (String) null);
            case UserPhoneEvent.Verified _ -> change(VERIFY_PHONE, at);
            case UserPhoneEvent.CodeAdded _, UserPhoneEvent.CodeSent _ -> change(TOUCH, at);
        };
    }

    private static Change factor(RecordedEvent at, UserFactorEvent event) {
        return switch (event) {
            case UserFactorEvent.TotpAdded _ -> change(TOUCH, at);
            case UserFactorEvent.TotpVerified _ -> change(SET_TOTP, at, true);
            case UserFactorEvent.TotpRemoved _ -> change(SET_TOTP, at, false);
            case UserFactorEvent.OtpSmsAdded _ -> change(SET_OTP_SMS, at, true);
            case UserFactorEvent.OtpSmsRemoved _ -> change(SET_OTP_SMS, at, false);
            case UserFactorEvent.OtpEmailAdded _ -> change(SET_OTP_EMAIL, at, true);
            case UserFactorEvent.OtpEmailRemoved _ -> change(SET_OTP_EMAIL, at, false);
        };
    }

    private static Change human(RecordedEvent at, UserEvent.HumanAdded added) {
        return change(
                ADD_HUMAN,
                at,
                at.owner(),
                added.userName(),
                added.firstName(),
                added.lastName(),
                added.displayName(),
                added.preferredLanguage(),
                added.email(),
                added.emailVerified(),
                added.phone(),
                added.hashedPassword() != null,
                added.passwordChangeRequired());
    }

    /** @param more from $6 on */
    private static Change change(Sql sql, RecordedEvent at, @Nullable Object... more) {
        List<@Nullable Object> all = new ArrayList<>(
                List.of(at.instanceId(), at.aggregateId(), at.createdAt(), at.sequence(), at.position()));
        all.addAll(Arrays.asList(more));
        return sql.with(all.toArray());
    }
}
