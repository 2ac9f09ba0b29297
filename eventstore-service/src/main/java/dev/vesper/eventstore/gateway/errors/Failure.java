package dev.vesper.eventstore.gateway.errors;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import dev.vesper.eventstore.gateway.errors.InvalidRequest.Violation;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Map;

/** Builds the error model of the admin API: a code, a sentence, a stable reason, and the bad fields. */
public final class Failure {
    private static final String DOMAIN = "vesper";

    private final Status.Builder status;

    private Failure(Code code, String reason, String message, Map<String, String> metadata) {
        status = Status.newBuilder().setCode(code.getNumber()).setMessage(message);
        with(ErrorInfo.newBuilder()
                .setReason(reason)
                .setDomain(DOMAIN)
                .putAllMetadata(metadata)
                .build());
    }

    /** @param reason stable, for programs: {@code APP_NOT_FOUND} */
    public static Failure of(Code code, String reason, String message) {
        return of(code, reason, message, Map.of());
    }

    /** @param metadata for programs, named in lowerCamelCase */
    public static Failure of(Code code, String reason, String message, Map<String, String> metadata) {
        return new Failure(code, reason, message, metadata);
    }

    static Failure invalid(String reason, String message, List<Violation> violations) {
        var request = BadRequest.newBuilder();
        for (var violation : violations) {
            request.addFieldViolations(FieldViolation.newBuilder()
                    .setField(violation.field())
                    .setDescription(violation.problem())
                    .setReason(reason));
        }
        return of(Code.INVALID_ARGUMENT, reason, message).with(request.build());
    }

    public Failure with(Message detail) {
        status.addDetails(Any.pack(detail));
        return this;
    }

    public Status toStatus() {
        return status.build();
    }

    /** To throw from a handler or interceptor. */
    public StatusRuntimeException toException() {
        return StatusProto.toStatusRuntimeException(toStatus());
    }
}
