package dev.vesper.projection.answer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import dev.vesper.events.ConsistencyToken;
import dev.vesper.events.Cursor;
import dev.vesper.projection.engine.ReadSide;
import dev.vesper.projection.given.History;
import dev.vesper.proto.internal.v1.QueryContext;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class QueriesTest {
    private final ReadSide readSide = new ReadSide();

    @AfterEach
    void close() {
        readSide.close();
    }

    @Test
    void a_view_that_does_not_come_past_the_token_in_time_aborts_the_query_with_its_lag() throws Exception {
        ConsistencyToken future = new ConsistencyToken(Map.of(2, new Cursor(9_000, 3)));

        Status status = refusalOf(() -> readSide.queries().instance(context(future.encode()), "users"));

        assertThat(status.getCode()).isEqualTo(io.grpc.Status.Code.ABORTED.value());
        assertThat(status.getMessage()).contains("users", "partition 2", "9000.3", "9001 positions later");
        assertThat(status.getDetails(0).unpack(ErrorInfo.class).getReason()).isEqualTo("VIEW_BEHIND");
    }

    @Test
    void a_token_that_no_write_answered_is_refused_by_the_name_of_its_field() throws Exception {
        Status status = refusalOf(() -> readSide.queries().instance(context("not a token"), "users"));

        assertThat(status.getCode()).isEqualTo(io.grpc.Status.Code.INVALID_ARGUMENT.value());
        assertThat(status.getMessage()).startsWith("consistencyToken");
    }

    @Test
    void what_nobody_expected_is_answered_without_its_inner_workings() throws Exception {
        Status status = refusalOf(() -> {
            throw new IllegalStateException("the password is secret");
        });

        assertThat(status.getCode()).isEqualTo(io.grpc.Status.Code.INTERNAL.value());
        assertThat(status.getMessage()).doesNotContain("password");
        assertThat(status.getDetails(0).unpack(ErrorInfo.class).getDomain()).isEqualTo("vesper");
    }

    private static QueryContext context(String token) {
        return QueryContext.newBuilder()
                .setInstanceId(History.INSTANCE)
                .setConsistencyToken(token)
                .build();
    }

    private static Status refusalOf(Supplier<String> query) {
        Answer answer = new Answer();
        Queries.answer(answer, query);
        assertThat(answer.failures).hasSize(1);
        StatusRuntimeException refused = catchThrowableOfType(StatusRuntimeException.class, () -> {
            throw answer.failures.getFirst();
        });
        return requireNonNull(StatusProto.fromThrowable(refused));
    }

    private static final class Answer implements StreamObserver<String> {
        private final List<Throwable> failures = new ArrayList<>();

        @Override
        public void onNext(String value) {
            throw new AssertionError("answered " + value);
        }

        @Override
        public void onError(Throwable failure) {
            failures.add(failure);
        }

        @Override
        public void onCompleted() {
            throw new AssertionError("completed");
        }
    }
}
