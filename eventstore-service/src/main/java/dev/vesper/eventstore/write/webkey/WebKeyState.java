package dev.vesper.eventstore.write.webkey;

import dev.vesper.events.WebKeyEvent;
import org.jspecify.annotations.Nullable;

/** @param key null before it was added and after it was removed */
record WebKeyState(WebKeyEvent.@Nullable Added key, boolean active) {
    /** Whether both sign by the same algorithm. */
    boolean isOf(WebKeyState other) {
        return key != null
                && other.key() != null
                && key.config().algorithm().equals(other.key().config().algorithm());
    }
}
