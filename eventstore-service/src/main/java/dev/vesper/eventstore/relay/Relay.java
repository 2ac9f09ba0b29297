package dev.vesper.eventstore.relay;

import dev.vesper.eventstore.lease.Lease;
import dev.vesper.eventstore.log.GlobalReader;
import dev.vesper.eventstore.sql.Session;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * The relay of one shard: waits for the lease, leads while it has it, and starts anew after every failure. It holds one batch
 * in memory at most, and nothing that pushes waits for it.
 */
public final class Relay implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final RelayConfig config;
    private final Topic topic;
    private final int shard;
    private final String holder;
    private final Supplier<Session> connections;
    private final CommitSignals signals;
    private final KillPoint killPoint;
    private final Wakeup wakeup;
    private final List<Integer> partitions;
    private final Thread thread;
    private Duration backoff;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param holder unique to this process and start
     * @param connections opens a connection for this relay to own
     */
    public Relay(
            RelayConfig config,
            Topic topic,
            int shard,
            String holder,
            Supplier<Session> connections,
            CommitSignals signals,
            KillPoint killPoint) {
        this.config = config;
        this.topic = topic;
        this.shard = shard;
        this.holder = holder;
        this.connections = connections;
        this.signals = signals;
        this.killPoint = killPoint;
        this.wakeup = signals.wakeup();
        this.backoff = config.shortestBackoff();
        this.partitions = IntStream.range(0, topic.partitions())
                .filter(partition -> partition % config.shards() == shard)
                .boxed()
                .toList();
        this.thread = Thread.ofPlatform().name("relay-" + shard).daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Gives the lease back, so that another pod goes on at once. */
    @Override
    public void close() {
        closed.countDown();
        wakeup.signal();
        try {
            thread.join(config.brokerTimeout());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (isOpen()) {
            try (Session session = connections.get()) {
                Lease lease = new Lease(session, "relay-" + shard, holder, config.leaseDuration());
                OptionalLong epoch = lease.take();
                if (epoch.isPresent()) {
                    lead(session, lease, epoch.getAsLong());
                } else {
                    rest(config.leaseRenewal());
                }
            } catch (RuntimeException e) {
                LOG.warnf(
                        e,
                        "Relay %d failed, and starts anew in %d ms; pushes are not affected",
                        shard,
                        backoff.toMillis());
                rest(backoff);
                backoff = longer(backoff, config.longestBackoff());
            }
        }
    }

    private void lead(Session session, Lease lease, long epoch) {
        String topicId = topic.ensure();
        KafkaClients kafka = new KafkaClients(topic, config, shard);
        try (RelayProducer producer = new RelayProducer(kafka.producer(), topic.name(), signals.traces())) {
            producer.fence();
            RelayCursor stored = new RelayCursor(session, shard, topicId);
            ResumePoints resume = resumePoints(kafka, stored);
            new LostCommits(session).check(topic, resume.latest());
            backoff = config.shortestBackoff();
            LOG.infof("Relay %d leads in epoch %d and goes on after %s", shard, epoch, resume.earliest());
            var watermarks = new Watermarks(
                    config.busyWatermark(), config.idleWatermark(), resume.byPartition(), System.nanoTime());
            var reader = new GlobalReader(session, partitions.stream().mapToInt(Integer::intValue));
            var term = new RelayTerm(
                    reader, producer, stored, watermarks, System::nanoTime, killPoint, config.batchEvents());
            relay(term.startingAfter(resume.earliest()), lease, epoch);
        }
    }

    private void relay(RelayTerm term, Lease lease, long epoch) {
        long renewed = System.nanoTime();
        Duration poll = config.shortestPoll();
        while (isOpen()) {
            if (System.nanoTime() - renewed > config.leaseRenewal().toNanos()) {
                if (!lease.renew(epoch)) {
                    LOG.warnf("Relay %d lost its lease of epoch %d; another pod goes on", shard, epoch);
                    return;
                }
                renewed = System.nanoTime();
            }
            switch (term.runOnce(epoch)) {
                case MOVED -> poll = config.shortestPoll();
                case IDLE -> poll = pause(poll) ? config.shortestPoll() : longer(poll, config.longestPoll());
                case DEPOSED -> {
                    LOG.warnf("Relay %d of epoch %d was deposed; a later one is at work", shard, epoch);
                    return;
                }
            }
        }
        lease.release(epoch);
    }

    private ResumePoints resumePoints(KafkaClients kafka, RelayCursor stored) {
        List<TopicPartition> own = partitions.stream()
                .map(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        try (Consumer<byte[], byte[]> consumer = kafka.tailConsumer()) {
            TopicTail.Tail tail = new TopicTail(consumer, config.brokerTimeout()).read(own);
            return ResumePoints.of(partitions, tail, stored.read());
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
            boolean _ = closed.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closed.countDown();
        }
    }

    private static Duration longer(Duration pause, Duration longest) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
