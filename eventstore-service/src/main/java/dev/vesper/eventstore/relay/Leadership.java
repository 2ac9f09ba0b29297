package dev.vesper.eventstore.relay;

import dev.vesper.eventstore.lease.Lease;
import dev.vesper.eventstore.log.GlobalReader;
import dev.vesper.eventstore.log.PageLimit;
import dev.vesper.eventstore.sql.Session;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** How a relay that was given the lease becomes the only one that writes its partitions, and finds where to go on. */
final class Leadership implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Leadership.class);

    private final RelayMeans means;
    private final Shard shard;
    private final Session session;
    private final List<Integer> partitions;
    private @Nullable RelayProducer producer;
    private @Nullable RelayTerm term;

    Leadership(RelayMeans means, Shard shard, Session session) {
        this.means = means;
        this.shard = shard;
        this.session = session;
        this.partitions = shard.partitions(means.topic().partitions());
    }

    /**
     * The order of these steps is what makes it safe. All older producers are fenced first, then the lease is looked at
     * again, then the topic's tail is read: who slept between the lease and the fence may have fenced its own successor,
     * but learns from the lease that it is none any more, and writes nothing. What it saw of the tail is final, because
     * nobody else can add to it.
     *
     * @return false when the lease was lost meanwhile
     */
    boolean begin(Lease lease, long epoch) {
        String topicId = new TopicCheck(means.topic()).check(RelayCursor.topicIds(session));
        means.killPoint().reached(KillPoint.AFTER_LEASE_BEFORE_FENCE);
        fenceForerunners();
        RelayProducer fencing = producer(shard);
        producer = fencing;
        fencing.fence();
        if (!lease.renew(epoch)) {
            LOG.warnf("Relay %s lost its lease of epoch %d before it began; another goes on", shard, epoch);
            return false;
        }
        var stored = new RelayCursor(session, shard.number(), topicId);
        ResumePoints resume = resumePoints(stored);
        new LostCommits(session).check(means.topic(), resume.latest());
        LOG.infof("Relay %s leads in epoch %d and goes on after %s", shard, epoch, resume.earliest());
        term = term(fencing, stored, resume);
        return true;
    }

    RelayTerm term() {
        if (term == null) {
            throw new IllegalStateException("the leadership has not begun");
        }
        return term;
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close();
        }
    }

    private void fenceForerunners() {
        Layouts layouts = new Layouts(session);
        List<Shard> forerunners = layouts.forerunners(shard);
        for (Shard forerunner : forerunners) {
            try (RelayProducer old = producer(forerunner)) {
                old.fence();
            }
        }
        if (!forerunners.isEmpty()) {
            layouts.fenced(shard);
        }
    }

    private RelayProducer producer(Shard whose) {
        return new RelayProducer(
                new KafkaClients(means.topic(), means.config(), whose).producer(),
                means.topic(),
                means.signals().traces(),
                means.killPoint());
    }

    private ResumePoints resumePoints(RelayCursor stored) {
        List<TopicPartition> own = partitions.stream()
                .map(partition -> new TopicPartition(means.topic().name(), partition))
                .toList();
        try (Consumer<byte[], byte[]> consumer =
                new KafkaClients(means.topic(), means.config(), shard).tailConsumer()) {
            TopicTail.Tail tail = new TopicTail(consumer, means.config().brokerTimeout()).read(own);
            return ResumePoints.of(partitions, tail, stored.read(means.topic().partitions()));
        }
    }

    private RelayTerm term(RelayProducer producer, RelayCursor stored, ResumePoints resume) {
        RelayConfig config = means.config();
        var watermarks =
                new Watermarks(config.busyWatermark(), config.idleWatermark(), resume.byPartition(), System.nanoTime());
        var reader = new GlobalReader(session, partitions.stream().mapToInt(Integer::intValue));
        var limit = new PageLimit(
                config.batchEvents(), config.batchBytes(), means.topic().largestPayloadBytes());
        var cursor = new SeldomCursor(stored, config.cursorInterval(), System::nanoTime);
        return new RelayTerm(reader, producer, cursor, watermarks, System::nanoTime, means.killPoint(), limit)
                .startingAfter(resume.earliest());
    }
}
