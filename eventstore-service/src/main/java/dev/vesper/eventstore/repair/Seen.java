package dev.vesper.eventstore.repair;

import dev.vesper.events.Cursor;

/** Something that has seen the log up to a place. */
record Seen(String by, Cursor upTo) {
    @Override
    public String toString() {
        return "%s: %s".formatted(by, Places.text(upTo));
    }
}
