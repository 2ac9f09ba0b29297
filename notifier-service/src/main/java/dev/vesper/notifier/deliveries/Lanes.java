package dev.vesper.notifier.deliveries;

import java.time.Instant;

/** First attempts and further ones, which operators scale apart. */
public record Lanes(Wakeups first, Wakeups retry) {
    public void due(boolean retrying, Instant at) {
        (retrying ? retry : first).at(at);
    }

    public void wake() {
        first.now();
        retry.now();
    }
}
