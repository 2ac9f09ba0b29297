package dev.vesper.eventstore.write;

import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.TestLogs;
import org.junit.jupiter.api.AfterEach;

final class SpineOnPostgresTest extends SpineContract {
    private final TestLogs logs = TestLogs.create();

    @Override
    EventLog log() {
        return logs.log();
    }

    @AfterEach
    void close_the_log() {
        logs.close();
    }
}
