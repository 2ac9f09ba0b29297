package dev.vesper.projection.answer;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;

/** Why a query is not answered, with a reason that programs can hold on to. */
public final class Refusals {
    private static final String DOMAIN = "vesper";

    private Refusals() {}

    /** @param reason stable, for example {@code USER_NOT_FOUND} */
    public static StatusRuntimeException notFound(String reason, String message) {
        return refusal(Code.NOT_FOUND, message, reason);
    }

    /** @param field in lowerCamelCase, as the caller sent it */
    public static StatusRuntimeException badField(String field, String description) {
        BadRequest detail = BadRequest.newBuilder()
                .addFieldViolations(FieldViolation.newBuilder().setField(field).setDescription(description))
                .build();
        return StatusProto.toStatusRuntimeException(Status.newBuilder()
                .setCode(Code.INVALID_ARGUMENT_VALUE)
                .setMessage(field + " " + description)
                .addDetails(Any.pack(detail))
                .build());
    }

    /** The caller may ask again: the view comes nearer all the time. */
    public static StatusRuntimeException behind(String message) {
        return refusal(Code.ABORTED, message, "VIEW_BEHIND");
    }

    /** What is asked does not fit the state of things. */
    public static StatusRuntimeException precondition(String reason, String message) {
        return refusal(Code.FAILED_PRECONDITION, message, reason);
    }

    public static StatusRuntimeException unavailable() {
        return refusal(Code.UNAVAILABLE, "the views cannot be read at the moment", "VIEWS_UNAVAILABLE");
    }

    public static StatusRuntimeException internal() {
        return refusal(Code.INTERNAL, "the query failed; the service's log says why", "QUERY_FAILED");
    }

    private static StatusRuntimeException refusal(Code code, String message, String reason) {
        ErrorInfo detail =
                ErrorInfo.newBuilder().setDomain(DOMAIN).setReason(reason).build();
        return StatusProto.toStatusRuntimeException(Status.newBuilder()
                .setCode(code.getNumber())
                .setMessage(message)
                .addDetails(Any.pack(detail))
                .build());
    }
}
