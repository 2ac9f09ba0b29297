package dev.vesper.eventstore.relay;

import static dev.vesper.eventstore.log.Given.push;
import static dev.vesper.eventstore.log.Given.session;
import static dev.vesper.eventstore.log.Running.await;
import static dev.vesper.eventstore.relay.RelayUnderTest.NOWHERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vesper.backing.Backing;
import dev.vesper.events.EventCodec;
import dev.vesper.events.NotificationEvent;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.Given;
import dev.vesper.eventstore.log.NewEvent;
import dev.vesper.eventstore.log.PayloadRule;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a person must see to is said in one line, and nothing is relayed to the wrong place meanwhile. */
@Timeout(90)
final class TopicRefusalTest {
    private static final Map<String, String> QUICK = Map.of("longest-backoff", "50ms");

    private final TestLogs logs = TestLogs.create();
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", Backing.bootstrapServers()));

    @AfterEach
    void stop() {
        admin.close();
        logs.close();
    }

    @Test
    void a_topic_that_is_gone_is_not_made_anew_before_somebody_says_so() throws Exception {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, QUICK)) {
            EventLog log = relayed(relay);
            get(admin.deleteTopics(List.of(relay.topic.name())).all());

            assertRefused(relay, "Kafka has no topic " + relay.topic.name() + " any more");
            assertThat(get(admin.listTopics().names())).doesNotContain(relay.topic.name());
            relay.stopPods();
            logs.adHoc("DELETE FROM eventstore.relay_cursors").run(Statement.of("repair"));
            try (RelayUnderTest filled = new RelayUnderTest(logs, relay.topic, QUICK)) {
                filled.start("two", NOWHERE);
                Audit.relaysAll(filled, log);
            }
        }
    }

    @Test
    void another_topic_of_the_same_name_is_not_written_to() throws Exception {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, QUICK)) {
            relayed(relay);
            get(admin.deleteTopics(List.of(relay.topic.name())).all());
            String other = new TopicCheck(relay.topic).check(Set.of());

            assertRefused(relay, "is not the one that the log was relayed to: its id is " + other);
        }
    }

    @Test
    void a_topic_with_other_partitions_is_not_written_to() throws Exception {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, QUICK)) {
            get(admin.createPartitions(Map.of(relay.topic.name(), NewPartitions.increaseTo(TestLogs.PARTITIONS + 1)))
                    .all());

            assertRefused(relay, "has 13 partitions, and the log is written for 12");
        }
    }

    @Test
    void a_relay_that_is_refused_tries_again_with_growing_pauses() throws Exception {
        Map<String, String> pauses = Map.of("shortest-backoff", "100ms", "longest-backoff", "200ms");
        try (RelayUnderTest relay = RelayUnderTest.on(logs, pauses)) {
            get(admin.createPartitions(Map.of(relay.topic.name(), NewPartitions.increaseTo(TestLogs.PARTITIONS + 1)))
                    .all());
            await("the topic is refused", () -> refusal(relay).contains("has 13 partitions"));

            long start = System.nanoTime();
            relay.start("one", NOWHERE);
            await("the relay tries again and again", () -> relay.failures() >= 5);

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isGreaterThan(Duration.ofMillis(100 + 200 + 200 + 200));
        }
    }

    @Test
    void a_log_keeps_the_number_of_partitions_that_it_began_with() {
        PartitionCount count = new PartitionCount(logs.sql());
        count.check(12);
        count.check(12);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> count.check(6))
                .withMessageContaining("vesper.kafka.partitions is 6, and the log is written for 12");
    }

    @Test
    void a_new_topic_takes_the_largest_event_that_may_be_pushed_and_one_that_does_not_is_refused() {
        Topic small = RelayUnderTest.topic(Backing.bootstrapServers(), RelayUnderTest.config(Map.of()));
        Set<String> known = Set.of(new TopicCheck(small).check(Set.of()));
        await("a topic that is too small is refused with the way to mend it", () -> {
            String refusal = refusal(withLargeEvents(small), known);
            return refusal.contains("takes records of 1048588 bytes at most, and an event may need 2162688")
                    && refusal.contains("--add-config max.message.bytes=2162688");
        });

        Topic large =
                withLargeEvents(RelayUnderTest.topic(Backing.bootstrapServers(), RelayUnderTest.config(Map.of())));
        String made = new TopicCheck(large).check(Set.of());
        await("it is found good", () -> refusal(large, Set.of(made)).equals(made));
    }

    @Test
    void a_payload_that_grows_most_when_the_database_writes_it_out_is_relayed_and_read() {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, QUICK)) {
            EventLog log = logs.log(TestLogs.SQL, Map.of(), relay.signals);
            String begin = "{\"attempt\":1,\"httpStatus\":200,\"n\":[" + "1e900,".repeat(11);
            String payload = begin + "1,".repeat((RelayUnderTest.LARGEST_PAYLOAD - begin.length() - 3) / 2) + "1]}";
            assertThat(PayloadRule.complaint(payload)).isEmpty();
            log.push(Given.with(
                    push(new AggregateId("i1", "notification", "grown")),
                    List.of(new NewEvent("notification.sent", 1, payload))));

            relay.start("one", NOWHERE);

            Audit.relaysAll(relay, log);
            RecordedEvent relayed = relay.events.getFirst();
            assertThat(relayed.payload().length()).isGreaterThan(payload.length() * 5 / 4);
            assertThat(new EventCodec((_, _) -> Optional.empty()).decode(relayed))
                    .isEqualTo(new NotificationEvent.Sent(1, 200));
        }
    }

    private static Topic withLargeEvents(Topic topic) {
        return new Topic(
                topic.bootstrap(),
                topic.name(),
                topic.partitions(),
                (short) 1,
                (short) 1,
                1 << 20,
                topic.brokerTimeout());
    }

    @Test
    void an_event_that_the_broker_refuses_stands_in_the_log_of_the_service_and_is_relayed_once_the_topic_takes_it()
            throws Exception {
        try (RelayUnderTest relay = RelayUnderTest.on(logs, QUICK)) {
            EventLog log = logs.log(TestLogs.SQL, Map.of(), relay.signals);
            try (Leader leader = new Leader(relay, logs, 1)) {
                takeAtMost(relay, 2_000);
                log.push(push(session("before")));
                log.push(LargeEvents.push(new Random(1), "large", 1, 50_000));
                log.push(push(session("after"), Expectation.ANY, 2));

                assertThatExceptionOfType(RelayRefused.class)
                        .isThrownBy(() -> leader.term.runOnce(1))
                        .withMessageContaining("refuses the event session.added")
                        .withMessageContaining("i1/large")
                        .withMessageContaining("--add-config max.message.bytes=1048588");
            }
            assertRefused(relay, "takes records of 2000 bytes at most");
            takeAtMost(relay, relay.topic.largestRecordBytes());

            Audit.relaysAll(relay, log);
        }
    }

    private EventLog relayed(RelayUnderTest relay) {
        EventLog log = logs.log(TestLogs.SQL, Map.of(), relay.signals);
        log.push(push(session("a"), Expectation.ANY, 3));
        RelayShards pod = relay.start("one", NOWHERE);
        Audit.relaysAll(relay, log);
        pod.close();
        return log;
    }

    /** The message that the relay would log, and that it stands still. */
    private void assertRefused(RelayUnderTest relay, String why) {
        await("the topic is refused because it " + why, () -> refusal(relay).contains(why));
        double before = relay.failures();
        relay.start("another", NOWHERE);
        await("the relay tries again and again", () -> relay.failures() >= before + 3);
        assertThat(relay.leaders()).isZero();
    }

    private String refusal(RelayUnderTest relay) {
        return refusal(relay.topic, RelayCursor.topicIds(logs.sql()));
    }

    /** Or else the topic's id. */
    private static String refusal(Topic topic, Set<String> relayedTo) {
        try {
            return new TopicCheck(topic).check(relayedTo);
        } catch (RelayRefused e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void takeAtMost(RelayUnderTest relay, int bytes) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, relay.topic.name());
        var entry = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(bytes));
        get(admin.incrementalAlterConfigs(Map.of(resource, List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET))))
                .all());
    }

    private static <T> T get(KafkaFuture<T> answer) throws Exception {
        return answer.get(30, TimeUnit.SECONDS);
    }
}
