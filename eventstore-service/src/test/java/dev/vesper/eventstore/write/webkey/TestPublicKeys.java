package dev.vesper.eventstore.write.webkey;

import dev.vesper.eventstore.crypto.SigningKeys.SigningKey;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.write.Aggregates;
import dev.vesper.eventstore.write.WriteSide;

/** Signing keys for tests. */
public final class TestPublicKeys {
    private TestPublicKeys() {}

    public static PublicKeys publicKeys(Aggregates aggregates) {
        return new PublicKeys(aggregates);
    }

    public static void add(WriteSide side, String keyId, SigningKey key) {
        side.pipeline.execute(unit -> {
            unit.begin(
                    new AggregateId(WriteSide.INSTANCE, WebKeyDecider.TYPE, keyId),
                    WriteSide.INSTANCE,
                    "test",
                    WebKeyDecider.begin(new WebKeyCommand.Add(key)));
            return keyId;
        });
    }
}
