package dev.vesper.eventstore.log;

import java.time.Clock;

final class FakeEventLogTest extends EventLogContract {
    private final EventLog log = new FakeEventLog(Clock.systemUTC());

    @Override
    EventLog log() {
        return log;
    }
}
