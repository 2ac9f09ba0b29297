package dev.vesper.eventstore.gateway.errors;

import com.google.protobuf.util.Durations;
import com.google.rpc.Code;
import com.google.rpc.RequestInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import dev.vesper.eventstore.crypto.HashingBusy;
import dev.vesper.eventstore.gateway.errors.InvalidRequest.Violation;
import dev.vesper.eventstore.log.InvalidPush;
import dev.vesper.eventstore.log.InvalidQuery;
import dev.vesper.eventstore.log.LogBusy;
import dev.vesper.eventstore.log.LogUnavailable;
import dev.vesper.eventstore.log.PushExpired;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.Contended;
import dev.vesper.eventstore.write.EtagOutdated;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The one place that turns what a handler threw into what a caller sees. */
@Singleton
public final class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class);

    private final Supplier<String> ids;

    /** @param ids names for failures that are ours, which join the answer and the log line */
    public Failures(FailureIds ids) {
        this.ids = ids;
    }

    public Status statusOf(Throwable thrown) {
        return switch (thrown) {
            case InvalidRequest invalid ->
                Failure.invalid("INVALID_REQUEST", String.valueOf(invalid.getMessage()), invalid.violations())
                        .toStatus();
            case CommandRejected rejected -> rejected(rejected);
            case EtagOutdated outdated ->
                Failure.of(
                                Code.ABORTED,
                                "ETAG_OUTDATED",
                                "Somebody changed this since you read it; read it again.",
                                Map.of("currentEtag", String.valueOf(outdated.current())))
                        .toStatus();
            case StatusRuntimeException known
            when isForCallers(known.getStatus()) ->
                StatusProto.fromStatusAndTrailers(known.getStatus(), known.getTrailers());
            case StatusException known
            when isForCallers(known.getStatus()) ->
                StatusProto.fromStatusAndTrailers(known.getStatus(), known.getTrailers());
            case InvalidPush _, InvalidQuery _ ->
                Failure.invalid("INVALID_REQUEST", String.valueOf(thrown.getMessage()), List.of())
                        .toStatus();
            case LogBusy busy ->
                unavailable("LOG_BUSY", "More is being written than can be taken; try again soon.")
                        .with(retry(busy.retryAfter()))
                        .toStatus();
            case PushExpired _ ->
                unavailable("LOG_BUSY", "Nothing was written, because its turn did not come in time; try again.")
                        .toStatus();
            case Contended _ ->
                unavailable(
                                "CONTENDED",
                                "Others changed the same thing at every attempt; nothing was written. Try again.")
                        .toStatus();
            case HashingBusy _ ->
                unavailable("HASHING_BUSY", "Too many passwords are being checked; try again soon.")
                        .toStatus();
            case LogUnavailable _ ->
                unavailable("LOG_UNAVAILABLE", "The log does not answer. Whether this was written is not known.")
                        .toStatus();
            case RuntimeException e when DatabaseAway.isBehind(e) -> databaseAway(e);
            default -> internal(thrown);
        };
    }

    private static Failure unavailable(String reason, String message) {
        return Failure.of(Code.UNAVAILABLE, reason, message);
    }

    private static Status databaseAway(RuntimeException thrown) {
        LOG.warnf("The database did not answer a call, and its caller was told to try again: %s", thrown);
        return unavailable("DATABASE_UNAVAILABLE", "The database does not answer; try again soon.")
                .toStatus();
    }

    private static RetryInfo retry(Duration after) {
        return RetryInfo.newBuilder()
                .setRetryDelay(Durations.fromMillis(after.toMillis()))
                .build();
    }

    private static Status rejected(CommandRejected rejected) {
        var field = rejected.field();
        if (rejected.kind() == CommandRejected.Kind.INVALID && field != null) {
            var violation = new Violation(field, rejected.publicMessage());
            return Failure.invalid(rejected.code(), rejected.publicMessage(), List.of(violation))
                    .toStatus();
        }
        return Failure.of(code(rejected.kind()), rejected.code(), rejected.publicMessage())
                .toStatus();
    }

    private static Code code(CommandRejected.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> Code.NOT_FOUND;
            case ALREADY_EXISTS -> Code.ALREADY_EXISTS;
            case INVALID -> Code.INVALID_ARGUMENT;
            case FAILED_PRECONDITION -> Code.FAILED_PRECONDITION;
        };
    }

    /** What nobody chose to say may carry internals. */
    private static boolean isForCallers(io.grpc.Status status) {
        return switch (status.getCode()) {
            case UNKNOWN, INTERNAL, DATA_LOSS -> false;
            default -> true;
        };
    }

    private Status internal(Throwable thrown) {
        var id = ids.get();
        LOG.errorf(thrown, "A call failed inside; its caller was told failure id %s and nothing else", id);
        return Failure.of(
                        Code.INTERNAL,
                        "INTERNAL",
                        "Something failed on our side. The log has it as failure " + id + ".")
                .with(RequestInfo.newBuilder().setRequestId(id).build())
                .toStatus();
    }
}
