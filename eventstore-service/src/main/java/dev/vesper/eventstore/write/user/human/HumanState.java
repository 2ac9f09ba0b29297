package dev.vesper.eventstore.write.user.human;

import java.util.EnumMap;
import java.util.Map;

/**
 * The part of a user that only people have.
 *
 * @param human false for a machine
 * @param codes the newest of each kind
 */
public record HumanState(
        boolean human,
        Profile profile,
        Contact email,
        Contact phone,
        boolean hasPassword,
        Map<CodeKind, PendingCode> codes) {
    static final HumanState NONE = new HumanState(false, Profile.NONE, Contact.NONE, Contact.NONE, false, Map.of());

    HumanState with(Profile now) {
        return new HumanState(human, now, email, phone, hasPassword, codes);
    }

    /** A code for the address before is worth nothing for this one. */
    HumanState withEmail(Contact now) {
        return new HumanState(human, profile, now, phone, hasPassword, without(CodeKind.EMAIL));
    }

    HumanState withPhone(Contact now) {
        return new HumanState(human, profile, email, now, hasPassword, without(CodeKind.PHONE));
    }

    HumanState with(CodeKind kind, PendingCode code) {
        Map<CodeKind, PendingCode> all = new EnumMap<>(CodeKind.class);
        all.putAll(codes);
        all.put(kind, code);
        return new HumanState(human, profile, email, phone, hasPassword, Map.copyOf(all));
    }

    /** With a password, whoever has codes to get one has had them. */
    HumanState withPassword() {
        HumanState now = used(CodeKind.PASSWORD).used(CodeKind.INITIALIZATION).used(CodeKind.INVITE);
        return new HumanState(human, profile, email, phone, true, now.codes());
    }

    HumanState used(CodeKind kind) {
        return new HumanState(human, profile, email, phone, hasPassword, without(kind));
    }

    private Map<CodeKind, PendingCode> without(CodeKind kind) {
        if (!codes.containsKey(kind)) {
            return codes;
        }
        Map<CodeKind, PendingCode> all = new EnumMap<>(CodeKind.class);
        all.putAll(codes);
        all.remove(kind);
        return Map.copyOf(all);
    }
}
