package dev.vesper.eventstore.api.eventlog;

import static dev.vesper.eventstore.api.eventlog.Internally.SENT;
import static dev.vesper.eventstore.api.eventlog.Internally.aggregate;
import static dev.vesper.eventstore.api.eventlog.Internally.assertFails;
import static dev.vesper.eventstore.api.eventlog.Internally.credentials;
import static dev.vesper.eventstore.api.eventlog.Internally.detail;
import static dev.vesper.eventstore.api.eventlog.Internally.push;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Durations;
import com.google.rpc.RetryInfo;
import dev.vesper.eventstore.ServiceUnderTest;
import dev.vesper.eventstore.log.Running;
import dev.vesper.proto.internal.v1.AddAuthRequestRequest;
import dev.vesper.proto.internal.v1.AuthRequest;
import dev.vesper.proto.internal.v1.AuthRequestCommandsGrpc;
import dev.vesper.proto.internal.v1.EventLogGrpc;
import dev.vesper.proto.internal.v1.EventLogGrpc.EventLogBlockingStub;
import dev.vesper.proto.internal.v1.NewEvent;
import dev.vesper.proto.internal.v1.PushRequest;
import dev.vesper.proto.internal.v1.PushResponse;
import dev.vesper.proto.internal.v1.ReadRequest;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to those who wait for a log that is slow, or for whom the log would have to wait. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
final class PatienceTest {
    @TestHTTPResource
    URI http;

    @Inject
    MeterRegistry metrics;

    @Inject
    Pool pool;

    private Internally internally;

    @BeforeEach
    void connect() {
        internally = new Internally(http);
    }

    @AfterEach
    void disconnect() {
        internally.close();
    }

    @Test
    void a_push_whose_deadline_passes_before_its_turn_is_never_written() {
        double expired = expired();
        try (Stalled _ = new Stalled(pool)) {
            assertFails(
                    Code.DEADLINE_EXCEEDED,
                    () -> as("notifier")
                            .withDeadlineAfter(300, TimeUnit.MILLISECONDS)
                            .push(push("notification", "late", 1)));
            // A log that did not know the caller's deadline would still be waiting when the way is free again.
            waitWellBelowItsOwnPatience(() -> expired() > expired);
        }

        Running.await("the log has given the push up", () -> expired() > expired);
        assertThat(as("notifier").push(push("notification", "in time", 1)).hasPushed())
                .isTrue();
        assertThat(as("notifier")
                        .latestSequence(aggregate("notification", "late"))
                        .getSequence())
                .isZero();
    }

    @Test
    void so_is_a_command_whose_caller_has_gone() {
        double expired = expired();
        var request = AuthRequest.newBuilder().setInstanceId("i-api").setClientId("late client");
        try (Stalled _ = new Stalled(pool)) {
            assertFails(
                    Code.DEADLINE_EXCEEDED,
                    () -> AuthRequestCommandsGrpc.newBlockingStub(internally.channel)
                            .withCallCredentials(credentials("oidc"))
                            .withDeadlineAfter(300, TimeUnit.MILLISECONDS)
                            .addAuthRequest(AddAuthRequestRequest.newBuilder()
                                    .setRequest(request)
                                    .build()));
            waitWellBelowItsOwnPatience(() -> expired() > expired);
            assertThat(expired()).as("while nothing could be written yet").isGreaterThan(expired);
        }

        ReadRequest query = ReadRequest.newBuilder()
                .setInstanceId("i-api")
                .addAggregateTypes("auth_request")
                .build();
        assertThat(internally.read(query)).isEmpty();
    }

    @Test
    void a_full_queue_says_when_to_come_again() {
        AtomicReference<Throwable> refused = new AtomicReference<>();
        AtomicInteger answered = new AtomicInteger();
        int sent = 0;
        var async = EventLogGrpc.newStub(internally.channel)
                .withDeadlineAfter(30, TimeUnit.SECONDS)
                .withCallCredentials(credentials("notifier"));
        try (Stalled _ = new Stalled(pool)) {
            while (refused.get() == null && sent < 20_000) {
                async.push(push("notification", "crowd", 1), new Answer(answered, refused));
                sent++;
            }
            Running.await("one is refused", () -> refused.get() != null);
        }

        var failure = (StatusRuntimeException) Objects.requireNonNull(refused.get());
        assertThat(failure.getStatus().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED);
        assertThat(Durations.toMillis(detail(failure, RetryInfo.class).getRetryDelay()))
                .isEqualTo(100);
        int all = sent;
        Running.await("every other one has its answer", () -> answered.get() == all);
        assertThat(as("notifier")
                        .latestSequence(aggregate("notification", "crowd"))
                        .getSequence())
                .as("each expected to be the first")
                .isEqualTo(1);
    }

    @Test
    void a_reader_that_takes_nothing_makes_the_log_read_no_further() {
        PushRequest.Builder large = push("notification", "large", 0).toBuilder();
        large.getAppendsBuilder(0)
                .addAllEvents(Collections.nCopies(
                        250,
                        NewEvent.newBuilder(SENT)
                                .setPayload("{\"text\": \"" + "x".repeat(8_000) + "\"}")
                                .build()));
        large.getAppendsBuilder(0).setAny(true);
        for (int i = 0; i < 8; i++) {
            as("notifier").push(large.setPushId(Internally.pushId()).build());
        }
        ReadRequest query = ReadRequest.newBuilder()
                .setInstanceId("i-api")
                .addAggregateTypes("notification")
                .addAggregateIds("large")
                .build();
        double before = eventsRead();

        // On one connection both would share its window, and the one who takes nothing would hold up the other.
        Internally another = new Internally(http);
        TakesOne slow = new TakesOne();
        EventLogGrpc.newStub(another.channel)
                .withCallCredentials(credentials("projection"))
                .read(query, slow);
        Running.await("the first has come", () -> slow.taken.get() == 1);
        assertThat(internally.read(query)).hasSize(2000);

        assertThat(eventsRead() - before - 2000)
                .as("16 MB were there to be read, and another took them all meanwhile")
                .isPositive()
                .isLessThan(1001);
        another.close();
    }

    private EventLogBlockingStub as(String service) {
        return internally.as(service);
    }

    private static void waitWellBelowItsOwnPatience(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofMillis(2500).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }

    private double eventsRead() {
        return metrics.counter("vesper.log.events.read").count();
    }

    private double expired() {
        return metrics.find("vesper.log.push").tag("outcome", "pushexpired").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private record Answer(AtomicInteger answered, AtomicReference<Throwable> refused)
            implements StreamObserver<PushResponse> {
        @Override
        public void onNext(PushResponse response) {}

        @Override
        public void onError(Throwable failure) {
            answered.incrementAndGet();
            refused.compareAndSet(null, failure);
        }

        @Override
        public void onCompleted() {
            answered.incrementAndGet();
        }
    }
}
