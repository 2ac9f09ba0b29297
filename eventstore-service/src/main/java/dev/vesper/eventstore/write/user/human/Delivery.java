package dev.vesper.eventstore.write.user.human;

import org.jspecify.annotations.Nullable;

/** What is to become of a new code. */
public sealed interface Delivery {
    /** A message takes it to the person. */
    record Send(@Nullable String urlTemplate) implements Delivery {}

    /** The caller gets it and takes it there. */
    record Return() implements Delivery {}

    /** None is needed: the caller vouches for the address. */
    record Verified() implements Delivery {}
}
