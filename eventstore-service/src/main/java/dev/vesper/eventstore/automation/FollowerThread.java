package dev.vesper.eventstore.automation;

import dev.vesper.eventstore.automation.Lead.LeadLost;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Runs a follower until it is stopped: on and on while it is behind, else with a rest, so that a log that is written all the
 * time is not looked at for each push.
 */
final class FollowerThread {
    private static final Logger LOG = Logger.getLogger(FollowerThread.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final LogFollower follower;
    private final Duration rest;
    private final Duration restAfterFailure;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    FollowerThread(LogFollower follower, AutomationSettings settings) {
        this.follower = follower;
        this.rest = settings.pollInterval();
        this.restAfterFailure = settings.retryInterval();
        this.thread = Thread.ofPlatform()
                .name("automation-" + follower.name())
                .daemon()
                .unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Waits for the work in hand and gives the lease back, so that another pod need not wait for it to run out. */
    void stop() {
        stopped.countDown();
        try {
            thread.join(STOP_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopped.await(runOnce().toMillis(), TimeUnit.MILLISECONDS)) {}
            follower.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warnf(
                    e,
                    "Automation %s could not give its lease back; another pod waits for it to run out",
                    follower.name());
        }
    }

    /** @return how long to rest */
    private Duration runOnce() {
        try {
            return follower.isBehind(follower.runOnce()) ? Duration.ZERO : rest;
        } catch (LeadLost e) {
            return rest;
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "Automation %s failed at an event and tries the same one again in %d ms; no later event is worked on",
                    follower.name(),
                    restAfterFailure.toMillis());
            return restAfterFailure;
        }
    }
}
