package dev.vesper.notifier.automation;

import dev.vesper.events.Event;
import dev.vesper.events.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** An event that concerns this service, as it came from the topic. */
record Consumed(
        RecordedEvent recorded, Event event, @Nullable String traceparent) {}
