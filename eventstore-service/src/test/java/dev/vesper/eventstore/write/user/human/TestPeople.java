package dev.vesper.eventstore.write.user.human;

import dev.vesper.eventstore.TestSettings;
import dev.vesper.eventstore.crypto.RandomCodes;
import dev.vesper.eventstore.write.WriteSide;
import dev.vesper.eventstore.write.generator.SecretGenerators;
import java.util.Map;
import java.util.Random;

/** What people do, on any write side. */
final class TestPeople {
    static final int MAX_TRIES = 5;

    final ContactCommands contacts;
    final ProfileCommands profiles;
    final PasswordCommands passwords;

    TestPeople(WriteSide side) {
        CodeSettings settings = TestSettings.of(CodeSettings.class, "vesper.codes", Map.of());
        People people = new People(side.pipeline, new CodeChecks(settings, side.clock));
        Codes codes =
                new Codes(new SecretGenerators(side.pipeline), new RandomCodes(new Random(7)), side.ids, side.clock);
        this.contacts = new ContactHandler(people, codes);
        this.passwords = new PasswordHandler(
                people,
                codes,
                new PasswordHashing(side.pipeline.aggregates(), new DefaultPasswordPolicies(), side.passwords),
                new CurrentPassword(side.pipeline, side.passwords));
        this.profiles = new ProfileHandler(people);
    }
}
