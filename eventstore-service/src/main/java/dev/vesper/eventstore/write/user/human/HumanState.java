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
        boolean human, Profile profile, Contact email, Contact phone, Map<CodeKind, PendingCode> codes) {
    static final HumanState NONE = new HumanState(false, Profile.NONE, Contact.NONE, Contact.NONE, Map.of());

    HumanState with(Profile now) {
        return new HumanState(human, now, email, phone, codes);
    }

    /** A code for the address before is worth nothing for this one. */
    HumanState withEmail(Contact now) {
        return new HumanState(human, profile, now, phone, without(CodeKind.EMAIL));
    }

    HumanState withPhone(Contact now) {
        return new HumanState(human, profile, email, now, without(CodeKind.PHONE));
    }

    HumanState with(CodeKind kind, PendingCode code) {
        Map<CodeKind, PendingCode> all = new EnumMap<>(CodeKind.class);
        all.putAll(codes);
        all.put(kind, code);
        return new HumanState(human, profile, email, phone, Map.copyOf(all));
    }

    HumanState used(CodeKind kind) {
        return new HumanState(human, profile, email, phone, without(kind));
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
