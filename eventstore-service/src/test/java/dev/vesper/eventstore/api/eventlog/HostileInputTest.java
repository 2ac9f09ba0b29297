package dev.vesper.eventstore.api.eventlog;

import static dev.vesper.eventstore.api.eventlog.Internally.assertFails;
import static dev.vesper.eventstore.api.eventlog.Internally.credentials;
import static dev.vesper.eventstore.api.eventlog.Internally.detail;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.rpc.BadRequest;
import dev.vesper.eventstore.ServiceUnderTest;
import dev.vesper.eventstore.api.eventlog.HostilePushes.Hostile;
import dev.vesper.proto.internal.v1.AggregateRef;
import dev.vesper.proto.internal.v1.EventLogGrpc;
import dev.vesper.proto.internal.v1.ReadAggregateRequest;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever comes over the wire, the answer is a clear INVALID_ARGUMENT that names the field, and nothing is written. Another
 * seed: {@code -Dvesper.hostile.seed=...}, more rounds: {@code -Dvesper.hostile.rounds=...}.
 */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
final class HostileInputTest {
    private static final Logger LOG = Logger.getLogger(HostileInputTest.class);
    private static final long SEED = Long.getLong("vesper.hostile.seed", 20261120);
    private static final int ROUNDS = Integer.getInteger("vesper.hostile.rounds", 600);
    private static final String ROWS = """
            SELECT (SELECT count(*) FROM eventstore.all_events) + (SELECT count(*) FROM eventstore.heads)
                + (SELECT count(*) FROM eventstore.pushes) + (SELECT count(*) FROM eventstore.ended)
                + (SELECT count(*) FROM eventstore.unique_constraints)
            """;

    @TestHTTPResource
    URI http;

    @Inject
    Pool pool;

    private Internally internally;

    @BeforeEach
    void connect() {
        internally = new Internally(http);
        LOG.infof("Hostile input with seed %d, %d rounds", SEED, ROUNDS);
    }

    @AfterEach
    void disconnect() {
        internally.close();
    }

    @Test
    void no_push_gets_in_that_is_wrong_in_one_thing() {
        assertThat(internally.as("notifier").push(HostilePushes.sound().build()).hasPushed())
                .as("what the others are made of is right")
                .isTrue();
        HostilePushes hostile = new HostilePushes(new Random(SEED));
        long before = rows();

        for (int round = 0; round < ROUNDS; round++) {
            assertRefused(round, hostile.next(), EventLogGrpc.getPushMethod());
        }

        assertThat(rows()).as("nothing was written").isEqualTo(before);
        assertThat(internally.as("notifier").push(HostilePushes.sound().build()).hasPushed())
                .as("and nothing was broken")
                .isTrue();
    }

    @Test
    void no_query_is_answered_that_is_wrong_in_one_thing() {
        assertThat(internally
                        .as("notifier")
                        .read(HostileQueries.sound().build())
                        .hasNext())
                .isFalse();
        HostileQueries hostile = new HostileQueries(new Random(SEED));

        for (int round = 0; round < ROUNDS / 2; round++) {
            assertRefused(round, hostile.next(), EventLogGrpc.getReadMethod());
        }
    }

    @Test
    void no_aggregate_is_read_that_cannot_be() {
        assertField("aggregate.id", () -> readAggregate(aggregate("notification", ""), 0));
        assertField("aggregate.type", () -> readAggregate(aggregate("", "a"), 0));
        assertField("aggregate.id", () -> readAggregate(aggregate("notification", "x".repeat(10_000)), 0));
        assertField("aggregate.id", () -> readAggregate(aggregate("notification", "a\0"), 0));
        assertField("from_sequence", () -> readAggregate(aggregate("notification", "a"), -1));
        assertField("aggregate.id", () -> internally.as("notifier").latestSequence(aggregate("notification", "")));
    }

    @Test
    void what_is_no_message_at_all_is_refused_too() {
        Random random = new Random(SEED);
        byte[] sound = HostilePushes.sound().build().toByteArray();
        for (int round = 0; round < 50; round++) {
            byte[] cut = Arrays.copyOf(sound, 1 + random.nextInt(sound.length - 1));
            cut[random.nextInt(cut.length)] ^= (byte) (1 << random.nextInt(8));
            var code = answer(EventLogGrpc.getPushMethod(), ByteString.copyFrom(cut));
            assertThat(code).as("seed %d, round %d", SEED, round).isNotIn(Code.INTERNAL, Code.UNKNOWN, Code.CANCELLED);
        }
        assertThat(answer(EventLogGrpc.getPushMethod(), ByteString.copyFrom(new byte[] {(byte) 0xff, (byte) 0xff})))
                .isEqualTo(Code.INVALID_ARGUMENT);
    }

    private void assertRefused(int round, Hostile hostile, MethodDescriptor<?, ?> method) {
        String what = "seed %d, round %d: %s".formatted(SEED, round, hostile.field());
        StatusRuntimeException failure;
        try {
            failure = assertFails(Code.INVALID_ARGUMENT, () -> call(method, hostile.request()));
        } catch (AssertionError e) {
            throw new AssertionError(what, e);
        }
        assertThat(field(failure)).as(what).isEqualTo(plain(hostile.field()));
    }

    private static void assertField(String field, Runnable call) {
        assertThat(field(assertFails(Code.INVALID_ARGUMENT, call))).endsWith(plain(field));
    }

    /** The interceptor that looks for NUL names fields as JSON does. */
    private static String field(StatusRuntimeException failure) {
        return plain(detail(failure, BadRequest.class).getFieldViolations(0).getField());
    }

    private static String plain(String field) {
        return field.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private void readAggregate(AggregateRef aggregate, long from) {
        internally
                .as("notifier")
                .readAggregate(ReadAggregateRequest.newBuilder()
                        .setAggregate(aggregate)
                        .setFromSequence(from)
                        .build())
                .forEachRemaining(_ -> {});
    }

    private static AggregateRef aggregate(String type, String id) {
        return Internally.aggregate(type, id);
    }

    private Code answer(MethodDescriptor<?, ?> method, ByteString request) {
        try {
            call(method, request);
            return Code.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode();
        }
    }

    private <A> void call(MethodDescriptor<?, A> method, ByteString request) {
        MethodDescriptor<ByteString, A> raw =
                method.toBuilder(new Raw(), method.getResponseMarshaller()).build();
        var options = CallOptions.DEFAULT
                .withDeadlineAfter(20, TimeUnit.SECONDS)
                .withCallCredentials(credentials("notifier"));
        ClientCalls.blockingServerStreamingCall(internally.channel, raw, options, request)
                .forEachRemaining(_ -> {});
    }

    private long rows() {
        return pool.query(ROWS).executeAndAwait().iterator().next().getLong(0);
    }

    /** Requests as they stand on the wire. */
    private static final class Raw implements MethodDescriptor.Marshaller<ByteString> {
        @Override
        public InputStream stream(ByteString request) {
            return request.newInput();
        }

        @Override
        public ByteString parse(InputStream stream) {
            try {
                return ByteString.readFrom(stream);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
