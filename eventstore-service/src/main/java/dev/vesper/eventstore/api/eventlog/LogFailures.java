package dev.vesper.eventstore.api.eventlog;

import com.google.protobuf.Any;
import com.google.protobuf.util.Durations;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import dev.vesper.eventstore.log.InvalidPush;
import dev.vesper.eventstore.log.InvalidQuery;
import dev.vesper.eventstore.log.LogBusy;
import dev.vesper.eventstore.log.LogException;
import dev.vesper.eventstore.log.LogUnavailable;
import dev.vesper.eventstore.log.PushExpired;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;

/** Why a raw push has no outcome or a query no answer, as log.proto promises to say it. */
final class LogFailures {
    private LogFailures() {}

    static StatusRuntimeException status(LogException failure) {
        Status.Builder status = Status.newBuilder().setMessage(String.valueOf(failure.getMessage()));
        switch (failure) {
            case LogBusy busy ->
                status.setCode(Code.RESOURCE_EXHAUSTED_VALUE)
                        .addDetails(Any.pack(RetryInfo.newBuilder()
                                .setRetryDelay(
                                        Durations.fromMillis(busy.retryAfter().toMillis()))
                                .build()));
            case PushExpired _ -> status.setCode(Code.DEADLINE_EXCEEDED_VALUE);
            case LogUnavailable _ -> status.setCode(Code.UNAVAILABLE_VALUE);
            case InvalidPush invalid -> invalid(status, invalid.field());
            case InvalidQuery invalid -> invalid(status, invalid.field());
        }
        return StatusProto.toStatusRuntimeException(status.build());
    }

    private static void invalid(Status.Builder status, String field) {
        status.setCode(Code.INVALID_ARGUMENT_VALUE)
                .addDetails(Any.pack(BadRequest.newBuilder()
                        .addFieldViolations(BadRequest.FieldViolation.newBuilder()
                                .setField(field)
                                .setDescription(status.getMessage()))
                        .build()));
    }
}
