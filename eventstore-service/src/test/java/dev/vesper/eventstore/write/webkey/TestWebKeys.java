package dev.vesper.eventstore.write.webkey;

import dev.vesper.eventstore.TestSettings;
import dev.vesper.eventstore.crypto.KeySettings;
import dev.vesper.eventstore.crypto.MasterKey;
import dev.vesper.eventstore.crypto.SigningKeys;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.write.Aggregates;
import dev.vesper.eventstore.write.WriteSide;
import java.util.Map;

/** Handlers for tests. */
public final class TestWebKeys {
    private TestWebKeys() {}

    public static WebKeys keys(EventLog log, Aggregates aggregates, MasterKey masterKey) {
        return new WebKeys(log, aggregates, new SigningKeys(masterKey));
    }

    /** @param publishBeforeSigning as the configuration has it, {@code 5m} */
    static WebKeyCommands commands(WriteSide side, String publishBeforeSigning) {
        return new WebKeyHandler(
                side.pipeline,
                keys(side.log, side.pipeline.aggregates(), side.masterKey),
                new SigningKeys(side.masterKey),
                side.ids,
                side.clock,
                TestSettings.of(
                        KeySettings.class, "vesper.keys", Map.of("publish-before-signing", publishBeforeSigning)));
    }
}
