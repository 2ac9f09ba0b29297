package dev.vesper.eventstore.write;

import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.FakeEventLog;
import java.time.Clock;

final class SpineOnFakeLogTest extends SpineContract {
    @Override
    EventLog log() {
        return new FakeEventLog(Clock.systemUTC());
    }
}
