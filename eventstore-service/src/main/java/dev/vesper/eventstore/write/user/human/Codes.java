package dev.vesper.eventstore.write.user.human;

import dev.vesper.eventstore.crypto.RandomCodes;
import dev.vesper.eventstore.write.IdSource;
import dev.vesper.eventstore.write.generator.GeneratorSettings;
import dev.vesper.eventstore.write.generator.SecretGenerators;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Makes codes as the instance wants them. */
@Singleton
final class Codes {
    private final SecretGenerators generators;
    private final RandomCodes random;
    private final IdSource ids;
    private final Clock clock;

    Codes(SecretGenerators generators, RandomCodes random, IdSource ids, Clock clock) {
        this.generators = generators;
        this.random = random;
        this.ids = ids;
        this.clock = clock;
    }

    /** @return null where none is needed */
    @Nullable
    NewCode make(String instanceId, CodeKind kind, Delivery delivery) {
        return switch (delivery) {
            case Delivery.Verified _ -> null;
            case Delivery.Return _ -> make(instanceId, kind, true, null);
            case Delivery.Send send -> make(instanceId, kind, false, UrlTemplate.checked(send.urlTemplate()));
        };
    }

    private NewCode make(String instanceId, CodeKind kind, boolean returned, @Nullable String urlTemplate) {
        GeneratorSettings settings = generators.of(instanceId, kind.generator());
        return new NewCode(
                ids.next(),
                random.next(settings.length(), settings.alphabet()),
                clock.instant().plus(settings.expiry()),
                returned,
                urlTemplate);
    }
}
