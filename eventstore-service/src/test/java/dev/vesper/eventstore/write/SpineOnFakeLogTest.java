package dev.vesper.eventstore.write;

import dev.vesper.eventstore.ManualClock;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.FakeEventLog;

final class SpineOnFakeLogTest extends SpineContract {
    @Override
    EventLog log() {
        return new FakeEventLog(new ManualClock(WriteSide.START));
    }
}
