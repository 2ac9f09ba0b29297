package dev.vesper.eventstore.relay;

import dev.vesper.eventstore.lease.Lease;
import dev.vesper.eventstore.sql.Session;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The relay of one shard: waits for the lease, leads while it has it, and starts anew after every failure. It holds one batch
 * in memory at most, and nothing that pushes waits for it.
 */
final class Relay implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final RelayMeans means;
    private final RelayConfig config;
    private final Shard shard;
    private final Wakeup wakeup;
    private final Counter failures;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Duration backoff;
    private String refusal = "";
    private volatile boolean leads;

    Relay(RelayMeans means, Shard shard) {
        this.means = means;
        this.config = means.config();
        this.shard = shard;
        this.wakeup = means.signals().wakeup();
        this.backoff = config.shortestBackoff();
        this.failures = Counter.builder("vesper.relay.failures")
                .description("How often a leader of this pod failed and started anew")
                .tag("shard", Integer.toString(shard.index()))
                .register(means.metrics());
        this.thread =
                Thread.ofPlatform().name("relay-" + shard.number()).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    Shard shard() {
        return shard;
    }

    /** Whether it has found its place in the topic, and carries on from there. */
    boolean leads() {
        return leads;
    }

    /** Lets it end soon, and waits for nothing. */
    void stop() {
        closed.countDown();
        wakeup.signal();
    }

    /** Gives the lease back, so that another pod goes on at once. */
    @Override
    public void close() {
        stop();
        try {
            thread.join(config.brokerTimeout());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (isOpen()) {
            try (Session session = means.connections().get()) {
                Lease lease = new Lease(session, shard.lease(), means.holder(), config.leaseDuration());
                OptionalLong epoch = lease.take();
                if (epoch.isPresent()) {
                    lead(session, lease, epoch.getAsLong());
                } else {
                    rest(config.leaseRenewal());
                }
            } catch (RelayRefused e) {
                refuse(e);
            } catch (RuntimeException | Error e) {
                // A thread that ended by an error would leave its shard to nobody while this pod lives.
                LOG.warnf("Relay %s failed, and starts anew in %d ms: %s", shard, backoff.toMillis(), e);
                LOG.debug("Why the relay failed", e);
                failed();
            }
        }
        means.signals().forget(wakeup);
    }

    /** Says it once, and looks again and again whether it has been seen to. */
    private void refuse(RelayRefused why) {
        if (!refusal.equals(why.getMessage())) {
            refusal = String.valueOf(why.getMessage());
            LOG.errorf("Relay %s stands still; pushes go on. %s", shard, refusal);
        }
        failed();
    }

    private void failed() {
        failures.increment();
        rest(backoff);
        backoff = longer(backoff, config.longestBackoff());
    }

    private void lead(Session session, Lease lease, long epoch) {
        try (Leadership leadership = new Leadership(means, shard, session)) {
            if (leadership.begin(lease, epoch)) {
                relay(leadership.term(), lease, epoch);
            }
        } catch (RuntimeException e) {
            giveBack(lease, epoch, e);
            throw e;
        } finally {
            leads = false;
        }
    }

    private void relay(RelayTerm term, Lease lease, long epoch) {
        long renewed = System.nanoTime();
        Duration poll = config.shortestPoll();
        while (isOpen()) {
            if (System.nanoTime() - renewed > config.leaseRenewal().toNanos()) {
                if (!lease.renew(epoch)) {
                    LOG.warnf("Relay %s lost its lease of epoch %d; another goes on", shard, epoch);
                    return;
                }
                renewed = System.nanoTime();
            }
            long began = System.nanoTime();
            RelayTerm.Step step = term.runOnce(epoch);
            leads = true;
            backoff = config.shortestBackoff();
            refusal = "";
            switch (step) {
                case MOVED, MOVED_FEW -> poll = config.shortestPoll();
                case MOVED_SOME -> {
                    poll = config.shortestPoll();
                    rest(shorter(Duration.ofNanos(System.nanoTime() - began), config.gather()));
                }
                case IDLE -> poll = pause(poll) ? config.shortestPoll() : longer(poll, config.longestPoll());
                case DEPOSED -> {
                    LOG.warnf("Relay %s of epoch %d was deposed; a later one is at work", shard, epoch);
                    return;
                }
            }
        }
        lease.release(epoch);
    }

    /** A pod that cannot reach the broker must not keep one that can from trying. */
    private static void giveBack(Lease lease, long epoch, RuntimeException why) {
        try {
            lease.release(epoch);
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    /** @return whether a push ended the pause */
    private boolean pause(Duration duration) {
        try {
            return wakeup.await(duration);
        } catch (InterruptedException e) {
            closed.countDown();
            return false;
        }
    }

    /** Pushes do not end this one: neither a broker that is away nor a lease of another comes sooner for them. */
    private void rest(Duration duration) {
        try {
            boolean _ = closed.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            closed.countDown();
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration pause, Duration longest) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
