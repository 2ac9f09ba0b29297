package dev.vesper.events;

import org.jspecify.annotations.Nullable;

/** What others keep with a user. Aggregate {@code user}. */
public sealed interface UserMetadataEvent extends Event {

    /** @param value base64 */
    record Set(String key, @Personal @Nullable String value) implements UserMetadataEvent {}

    record Removed(String key) implements UserMetadataEvent {}
}
