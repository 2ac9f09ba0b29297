package dev.vesper.simulation.world;

import dev.vesper.notifier.deliveries.Channel;
import dev.vesper.notifier.deliveries.Delivery;
import dev.vesper.notifier.deliveries.Outcome;
import dev.vesper.notifier.deliveries.Receipts;
import dev.vesper.simulation.scheduling.Chance;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** The apps: they take a logout token, fail, hang, or take it and are not heard. */
final class Receivers implements Channel {
    private static final Duration HANGS = Duration.ofMillis(1_500);

    private final Chance chance;
    private final Trouble trouble;
    private final Set<String> told = new HashSet<>();
    private final Receipts receipts =
            (Receipts) Made.of("dev.vesper.notifier.channels.securityeventtoken.LogoutReceipts");

    Receivers(Chance chance, Trouble trouble) {
        this.chance = chance;
        this.trouble = trouble;
    }

    boolean isTold(String session, String app) {
        return told.contains(session + " " + app);
    }

    @Override
    public String kind() {
        return "security-event-token";
    }

    @Override
    public Receipts receipts() {
        return receipts;
    }

    @Override
    public Outcome send(Delivery delivery) {
        pause(Duration.ofMillis(chance.between(0, 20)));
        return switch (trouble.isOver() ? 9 : chance.below(10)) {
            case 0 -> new Outcome.Temporary("answered 503", 503, null, true);
            case 1 -> {
                pause(HANGS);
                yield Outcome.Temporary.ofTarget("timeout");
            }
            case 2 -> {
                take(delivery);
                pause(HANGS);
                yield Outcome.Temporary.ofTarget("timeout");
            }
            default -> {
                take(delivery);
                yield new Outcome.Done(200);
            }
        };
    }

    private void take(Delivery delivery) {
        var args = Objects.requireNonNull(delivery.request().args());
        told.add(args.sessionId() + " " + args.clientId());
        trouble.count("logout tokens taken");
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
