package dev.vesper.eventstore.write.user.human;

import dev.vesper.events.UserEvent;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.user.HumanRules;
import java.util.List;
import java.util.Set;

/** Decides about what a person is called. */
final class ProfileDecider {
    private static final String GIVEN_NAME = "given_name";
    private static final String FAMILY_NAME = "family_name";
    private static final String DISPLAY_NAME = "display_name";
    private static final String LANGUAGE = "preferred_language";
    private static final Set<String> FIELDS = Set.of(GIVEN_NAME, FAMILY_NAME, DISPLAY_NAME, LANGUAGE);

    private ProfileDecider() {}

    /** @param fields that change, as the proto file names them; others stay, whatever the profile says */
    record ChangeProfile(Profile profile, Set<String> fields) {}

    static List<UserEvent> decide(ChangeProfile command, HumanState state) {
        HumanDecider.requireHuman(state);
        for (String field : command.fields()) {
            if (!FIELDS.contains(field)) {
                throw CommandRejected.invalid("INVALID_USER", "updateMask", "updateMask names no field of a profile.");
            }
        }
        Profile now = merged(command, state.profile());
        return now.equals(state.profile())
                ? List.of()
                : List.of(new UserEvent.ProfileChanged(
                        now.givenName(), now.familyName(), now.displayName(), now.preferredLanguage()));
    }

    /** A display name that is emptied is made of both names again. */
    private static Profile merged(ChangeProfile command, Profile old) {
        Profile asked = command.profile();
        Set<String> fields = command.fields();
        String given = fields.contains(GIVEN_NAME)
                ? HumanRules.required(asked.givenName(), "profile.givenName")
                : old.givenName();
        String family = fields.contains(FAMILY_NAME)
                ? HumanRules.required(asked.familyName(), "profile.familyName")
                : old.familyName();
        String display = fields.contains(DISPLAY_NAME)
                ? HumanRules.optional(asked.displayName(), "profile.displayName")
                : old.displayName();
        String language = fields.contains(LANGUAGE)
                ? HumanRules.language(HumanRules.optional(asked.preferredLanguage(), "profile.preferredLanguage"))
                : old.preferredLanguage();
        return new Profile(given, family, display == null ? given + " " + family : display, language);
    }
}
