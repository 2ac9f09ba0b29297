package dev.vesper.notifier.deliveries;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How much each target may be given now: a cap on sends under way, and a circuit that opens after failures in a row and
 * then lets one delivery at a time try it. What is not sent while a circuit is open counts no attempt.
 */
public final class Targets {
    private final int cap;
    private final int failuresToOpen;
    private final Duration openFor;
    private final Map<String, Target> targets = new HashMap<>();

    /** @param failuresToOpen 0: never */
    public Targets(int cap, int failuresToOpen, Duration openFor) {
        this.cap = cap;
        this.failuresToOpen = failuresToOpen;
        this.openFor = openFor;
    }

    /** The target of a URI: scheme, host and port. What is no URI is a target of its own, and fails when it is sent. */
    public static String of(String uri) {
        try {
            URI parsed = new URI(uri);
            return parsed.getScheme() + "://" + parsed.getRawAuthority();
        } catch (URISyntaxException e) {
            return uri;
        }
    }

    int cap() {
        return cap;
    }

    /** Room left in each target that has less than the cap. */
    synchronized Map<String, Integer> roomOfBusy(Instant now) {
        Map<String, Integer> room = new HashMap<>();
        targets.forEach((name, target) -> room.put(name, target.room(now)));
        return room;
    }

    synchronized void started(String name) {
        Target target = targets.computeIfAbsent(name, _ -> new Target());
        target.inFlight++;
        target.wasFull |= target.inFlight >= cap;
    }

    /** @return whether deliveries may have waited for this, and enough room is back for a claim to be worth its cost */
    synchronized boolean finished(String name, Outcome outcome, Instant now) {
        Target target = targets.computeIfAbsent(name, _ -> new Target());
        boolean wasTripped = target.isTripped();
        if (outcome instanceof Outcome.Temporary failed) {
            target.failures += failed.blamesTarget() ? 1 : 0;
        } else {
            target.failures = 0;
        }
        if (target.isTripped()) {
            target.openUntil = now.plus(openFor);
        }
        return release(name, target) || wasTripped;
    }

    /** An attempt that was not made says nothing about the target. */
    synchronized boolean released(String name) {
        return release(name, targets.computeIfAbsent(name, _ -> new Target()));
    }

    private boolean release(String name, Target target) {
        target.inFlight--;
        boolean roomAgain = target.wasFull && target.inFlight <= cap / 2;
        if (roomAgain) {
            target.wasFull = false;
        }
        if (target.inFlight == 0 && target.failures == 0) {
            targets.remove(name);
        }
        return roomAgain || target.isTripped();
    }

    /** When the next open circuit lets one try. */
    synchronized Optional<Instant> nextProbe() {
        return targets.values().stream()
                .filter(Target::isTripped)
                .map(target -> target.openUntil)
                .min(Instant::compareTo);
    }

    public synchronized int inFlight() {
        return targets.values().stream().mapToInt(target -> target.inFlight).sum();
    }

    public synchronized int open() {
        return (int) targets.values().stream().filter(Target::isTripped).count();
    }

    private final class Target {
        private int inFlight;
        private boolean wasFull;
        private int failures;
        private Instant openUntil = Instant.MIN;

        private boolean isTripped() {
            return failuresToOpen > 0 && failures >= failuresToOpen;
        }

        private int room(Instant now) {
            if (!isTripped()) {
                return Math.max(0, cap - inFlight);
            }
            return now.isBefore(openUntil) ? 0 : Math.max(0, 1 - inFlight);
        }
    }
}
