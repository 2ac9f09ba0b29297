package dev.vesper.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.sql.SqlSource;
import dev.vesper.eventstore.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Any filter, by whatever index it is read, in pages of any size and with a part of the log in the archive, gives what a look
 * at every single event gives. Random, from the seed that a failure prints.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReadsAgreeTest {
    private static final List<String> TYPES = List.of("session", "user", "org", "notification");
    private static final Map<String, String> SMALL =
            Map.of("vesper.event-log.page-events", "7", "vesper.event-log.scan-events", "40");

    private final Set<String> statements = ConcurrentHashMap.newKeySet();
    private TestLogs logs;
    private EventLog log;
    private List<RecordedEvent> all;

    @BeforeAll
    void fill() {
        logs = TestLogs.create();
        log = logs.log(this::noted, SMALL);
        Random random = new Random(1);
        IntStream.range(0, 300).forEach(_ -> log.push(push(random)));
        logs.adHoc(ARCHIVE_SOME).run(Statement.of("archive"));
        all = logs.globalReader(TestLogs.SQL).read(Cursor.START, 10_000).events();
    }

    @AfterAll
    void stop() {
        logs.close();
    }

    @RepeatedTest(150)
    void a_query_gives_what_a_look_at_every_event_gives(RepetitionInfo repetition) {
        LogQuery query = query(new Random(repetition.getCurrentRepetition()));
        Stream<RecordedEvent> matching = (query.descending() ? all.reversed() : all)
                .stream().filter(event -> FakeEventLog.matches(event, query));

        assertThat(log.read(query).toList())
                .as("seed %d, %s", repetition.getCurrentRepetition(), query)
                .isEqualTo(matching.limit(query.limit() == 0 ? Long.MAX_VALUE : query.limit())
                        .toList());
    }

    @Test
    void a_filter_goes_by_the_index_that_fits() {
        assertThat(statementsOf(LogQuery.builder())).containsExactly("log/read_order_forward");
        assertThat(statementsOf(LogQuery.builder().limit(1).newestFirst())).containsExactly("log/read_order_backward");
        assertThat(statementsOf(LogQuery.builder()
                        .instance("i0")
                        .aggregateTypes(List.of("user"))
                        .aggregateIds(List.of("a1"))))
                .containsExactly("log/read_aggregates_forward");
        assertThat(statementsOf(LogQuery.builder().aggregateIds(List.of("a1")).newestFirst()))
                .containsExactlyInAnyOrder("log/find_kinds", "log/read_aggregates_backward");
        assertThat(statementsOf(LogQuery.builder().instance("i2").eventTypes(List.of("user.rare"))))
                .as("of which there is little")
                .contains("log/find_kinds", "log/read_kinds_forward");
        assertThat(statementsOf(LogQuery.builder().createdFrom(Instant.now()))).contains("log/find_position");
    }

    private Set<String> statementsOf(LogQuery.Builder query) {
        statements.clear();
        assertThat(log.read(query.build()).count()).isNotNegative();
        statements.remove("log/read_horizon");
        return Set.copyOf(statements);
    }

    private String noted(String asked) {
        statements.add(asked);
        return SqlSource.RESOURCES.text(asked);
    }

    private static Push push(Random random) {
        String type = any(random, TYPES);
        AggregateId aggregate = new AggregateId("i" + random.nextInt(3), type, "a" + random.nextInt(12));
        List<NewEvent> events = IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(_ -> new NewEvent(
                        type + (random.nextInt(60) == 0 ? ".rare" : ".k" + random.nextInt(3)),
                        1,
                        "{\"a\":%d,\"b\":{\"c\":%d}}".formatted(random.nextInt(3), random.nextInt(3))))
                .toList();
        return Push.of(
                Given.id(),
                new Append(aggregate, "o" + random.nextInt(3), "u" + random.nextInt(4), Expectation.ANY, events));
    }

    private LogQuery query(Random random) {
        LogQuery.Builder query = LogQuery.builder();
        if (random.nextInt(4) > 0) {
            query.instance("i" + random.nextInt(3));
        }
        if (random.nextInt(3) == 0) {
            query.aggregateTypes(List.of(any(random, TYPES), any(random, TYPES)));
        }
        if (random.nextInt(4) == 0) {
            query.aggregateIds(List.of("a" + random.nextInt(13), "a" + random.nextInt(13)));
        }
        if (random.nextInt(3) == 0) {
            query.eventTypes(
                    List.of(any(random, TYPES) + ".k" + random.nextInt(3), any(random, TYPES) + ".rare", "none.such"));
        }
        if (random.nextInt(5) == 0) {
            query.creator("u" + random.nextInt(4));
        }
        if (random.nextInt(5) == 0) {
            query.owner("o" + random.nextInt(3));
        }
        return ends(random, query);
    }

    private LogQuery ends(Random random, LogQuery.Builder query) {
        if (random.nextInt(3) == 0) {
            query.after(any(random, all).cursor());
        }
        if (random.nextInt(4) == 0) {
            query.until(any(random, all).cursor());
        }
        if (random.nextInt(4) == 0) {
            query.createdFrom(any(random, all).createdAt());
        }
        if (random.nextInt(4) == 0) {
            query.createdBefore(any(random, all).createdAt());
        }
        if (random.nextBoolean()) {
            query.newestFirst();
        }
        query.limit(random.nextInt(3) == 0 ? 1 + random.nextInt(20) : 0);
        LogQuery plain = query.build();
        boolean mayContain =
                !plain.instanceId().isEmpty() && !plain.aggregateTypes().isEmpty();
        return mayContain
                ? query.payloadContains("{\"b\":{\"c\":" + random.nextInt(3) + "}}")
                        .build()
                : plain;
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static final String ARCHIVE_SOME = """
            WITH moved AS (
                DELETE FROM eventstore.events2
                WHERE abs(hashtext(instance_id || aggregate_type || aggregate_id)) % 2 = 0
                    AND "position" < (SELECT percentile_disc(0.7) WITHIN GROUP (ORDER BY "position") FROM eventstore.events2)
                RETURNING *)
            INSERT INTO eventstore.archived_events SELECT * FROM moved
            """;
}
