package dev.vesper.events;

import org.jspecify.annotations.Nullable;

/** What messages to people say. Aggregates {@code instance} and {@code org}. */
public sealed interface MessageTextEvent extends Event {

    /** Carries the whole text. */
    record InstanceTextSet(String messageType, String language, Text text) implements MessageTextEvent {}

    record InstanceTextRemoved(String messageType, String language) implements MessageTextEvent {}

    /** Carries the whole text. */
    record OrgTextSet(String messageType, String language, Text text) implements MessageTextEvent {}

    record OrgTextRemoved(String messageType, String language) implements MessageTextEvent {}

    /** Each with places to fill in; null for an empty one. */
    record Text(
            @Nullable String title,
            @Nullable String preHeader,
            @Nullable String subject,
            @Nullable String greeting,
            @Nullable String text,
            @Nullable String buttonText,
            @Nullable String footer) {}
}
