package dev.vesper.notifier.deliveries;

import dev.vesper.events.Event;
import dev.vesper.events.NotificationEvent;
import dev.vesper.events.RecordedEvent;
import dev.vesper.notifier.log.Events;
import java.time.Instant;
import java.util.List;

/**
 * What the log knows of a notification.
 *
 * @param state {@code waiting}, {@code sent} or {@code canceled}
 * @param sequence of the last event; 0 when there is none
 * @param at of the last event
 * @param dueAt when the next attempt may be made; long ago for the first
 */
public record NotificationState(String state, int attempts, long sequence, Instant at, Instant dueAt) {
    public static final NotificationState UNKNOWN =
            new NotificationState("waiting", 0, 0, Instant.EPOCH, Instant.EPOCH);

    public static NotificationState of(List<RecordedEvent> events) {
        NotificationState state = UNKNOWN;
        for (RecordedEvent event : events) {
            state = state.after(event);
        }
        return state;
    }

    /** @throws dev.vesper.events.UnreadableEvent when the event cannot be read */
    public NotificationState after(RecordedEvent recorded) {
        Event event = Events.decode(recorded);
        return event instanceof NotificationEvent change ? after(change, recorded) : this;
    }

    public boolean isFinished() {
        return !"waiting".equals(state);
    }

    private NotificationState after(NotificationEvent event, RecordedEvent recorded) {
        Instant at = recorded.createdAt();
        return switch (event) {
            case NotificationEvent.Requested _ ->
                new NotificationState("waiting", 0, recorded.sequence(), at, Instant.EPOCH);
            case NotificationEvent.RetryRequested retry ->
                new NotificationState("waiting", retry.attempt(), recorded.sequence(), at, at.plus(retry.backOff()));
            case NotificationEvent.Sent sent ->
                new NotificationState("sent", sent.attempt(), recorded.sequence(), at, at);
            case NotificationEvent.Canceled canceled ->
                new NotificationState("canceled", canceled.attempt(), recorded.sequence(), at, at);
        };
    }
}
