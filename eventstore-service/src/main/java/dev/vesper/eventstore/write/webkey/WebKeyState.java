package dev.vesper.eventstore.write.webkey;

import dev.vesper.events.WebKeyEvent;
import org.jspecify.annotations.Nullable;

/** @param key null before it was added and after it was removed */
record WebKeyState(WebKeyEvent.@Nullable Added key, boolean active) {}
