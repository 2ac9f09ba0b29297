package dev.vesper.eventstore.gateway.errors;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import dev.vesper.eventstore.gateway.errors.InvalidRequest.Violation;
import dev.vesper.eventstore.log.LogBusy;
import dev.vesper.eventstore.log.LogUnavailable;
import dev.vesper.eventstore.log.PushExpired;
import dev.vesper.eventstore.write.CommandRejected;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

final class FailuresTest {
    private final Failures failures = new Failures(new FailureIds(new SplittableRandom(1)));

    @Test
    void a_rejected_command_keeps_its_reason() {
        assertFailure(CommandRejected.notFound("APP_NOT_FOUND", "No such app."), Code.NOT_FOUND, "APP_NOT_FOUND");
        assertFailure(CommandRejected.alreadyExists("NAME_TAKEN", "Taken."), Code.ALREADY_EXISTS, "NAME_TAKEN");
        assertFailure(
                CommandRejected.failedPrecondition("APP_INACTIVE", "Not active."),
                Code.FAILED_PRECONDITION,
                "APP_INACTIVE");
    }

    @Test
    void an_invalid_command_names_its_field() {
        var status = failures.statusOf(CommandRejected.invalid("EMAIL_INVALID", "email.email", "must be an address"));

        assertThat(status.getCode()).isEqualTo(Code.INVALID_ARGUMENT_VALUE);
        assertThat(detail(status, BadRequest.class).getFieldViolationsList())
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.getField()).isEqualTo("email.email");
                    assertThat(violation.getDescription()).isEqualTo("must be an address");
                    assertThat(violation.getReason()).isEqualTo("EMAIL_INVALID");
                });
    }

    @Test
    void an_invalid_request_names_every_bad_field() {
        var status = failures.statusOf(
                new InvalidRequest(List.of(new Violation("a", "is bad"), new Violation("b[1]", "is worse"))));

        assertThat(status.getMessage()).isEqualTo("a is bad; b[1] is worse");
        assertThat(detail(status, BadRequest.class).getFieldViolationsList())
                .extracting(BadRequest.FieldViolation::getField)
                .containsExactly("a", "b[1]");
    }

    @Test
    void a_log_that_takes_no_pushes_is_worth_another_try() {
        assertFailure(new LogBusy(Duration.ofMillis(100)), Code.UNAVAILABLE, "LOG_BUSY");
        assertFailure(new LogUnavailable("no answer"), Code.UNAVAILABLE, "LOG_UNAVAILABLE");
        assertFailure(new PushExpired(), Code.UNAVAILABLE, "LOG_BUSY");
    }

    @Test
    void a_database_that_is_away_is_worth_another_try() {
        assertFailure(new TimeoutException(), Code.UNAVAILABLE, "DATABASE_UNAVAILABLE");
        assertFailure(
                new CompletionException(new ConnectException("refused")), Code.UNAVAILABLE, "DATABASE_UNAVAILABLE");
        assertFailure(
                new PgException("terminating connection", "FATAL", "57P01", ""),
                Code.UNAVAILABLE,
                "DATABASE_UNAVAILABLE");
    }

    @Test
    void what_an_interceptor_or_another_service_chose_to_say_passes() {
        var said = Failure.of(Code.ABORTED, "VIEW_BEHIND", "Not yet.").toException();

        assertFailure(said, Code.ABORTED, "VIEW_BEHIND");
    }

    @Test
    void anything_else_is_told_by_an_id_alone() {
        var secret = new IllegalStateException("password of the database");
        var first = failures.statusOf(secret);
        var second = failures.statusOf(io.grpc.Status.INTERNAL
                .withDescription("password of the database")
                .asRuntimeException());

        assertThat(first.getCode()).isEqualTo(Code.INTERNAL_VALUE);
        assertThat(first.toString() + second).doesNotContain("password");
        assertThat(first.getMessage()).isNotEqualTo(second.getMessage());
    }

    private void assertFailure(Exception thrown, Code code, String reason) {
        var status = failures.statusOf(thrown);
        assertThat(status.getCode()).isEqualTo(code.getNumber());
        assertThat(detail(status, ErrorInfo.class).getReason()).isEqualTo(reason);
        assertThat(detail(status, ErrorInfo.class).getDomain()).isEqualTo("vesper");
    }

    private static <D extends Message> D detail(Status status, Class<D> type) {
        try {
            return status.getDetailsList().stream()
                    .filter(detail -> detail.is(type))
                    .findFirst()
                    .orElseThrow()
                    .unpack(type);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}
