package dev.vesper.eventstore.write.user.human;

import dev.vesper.events.OneTimeCode;
import dev.vesper.events.UserCheckEvent;
import dev.vesper.events.UserCodeEvent;
import dev.vesper.events.UserEmailEvent;
import dev.vesper.events.UserPhoneEvent;
import dev.vesper.eventstore.write.generator.GeneratorType;

/** What a code is for. Of each kind a person has one at most: the newest. */
public enum CodeKind {
    EMAIL(GeneratorType.VERIFY_EMAIL_CODE),
    PHONE(GeneratorType.VERIFY_PHONE_CODE),
    PASSWORD(GeneratorType.PASSWORD_RESET_CODE),
    INITIALIZATION(GeneratorType.INIT_CODE),
    INVITE(GeneratorType.INVITE_CODE);

    private final GeneratorType generator;

    CodeKind(GeneratorType generator) {
        this.generator = generator;
    }

    GeneratorType generator() {
        return generator;
    }

    static CodeKind of(OneTimeCode code) {
        return switch (code) {
            case UserEmailEvent.CodeAdded _ -> EMAIL;
            case UserPhoneEvent.CodeAdded _ -> PHONE;
            case UserCodeEvent.PasswordCodeAdded _ -> PASSWORD;
            case UserCodeEvent.InitializationCodeAdded _ -> INITIALIZATION;
            case UserCodeEvent.InviteCodeAdded _ -> INVITE;
            default -> throw new IllegalArgumentException(code.getClass() + " is no code of a person");
        };
    }

    UserCheckEvent.CodeFailed failed(String codeId) {
        return switch (this) {
            case EMAIL -> new UserCheckEvent.EmailVerificationFailed(codeId);
            case PHONE -> new UserCheckEvent.PhoneVerificationFailed(codeId);
            case PASSWORD -> new UserCheckEvent.PasswordCodeCheckFailed(codeId);
            case INITIALIZATION -> new UserCheckEvent.InitializationCheckFailed(codeId);
            case INVITE -> new UserCheckEvent.InviteCheckFailed(codeId);
        };
    }
}
