package dev.vesper.eventstore.gateway.rest;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;

/**
 * Handlers name a bad field by its path in the request. Where the body of a REST call is one field of the request, its caller
 * sent what is in that field, and is told the path from there.
 */
final class SentPaths {
    private SentPaths() {}

    static StatusRuntimeException asSent(StatusRuntimeException refusal, Route route) {
        if (!route.takesBody() || route.takesWholeRequest()) {
            return refusal;
        }
        var status = StatusProto.fromThrowable(refusal);
        return status == null ? refusal : StatusProto.toStatusRuntimeException(asSent(status, prefix(route)));
    }

    private static String prefix(Route route) {
        return FieldPath.of(route.method().getInputType(), route.body()).leaf().getJsonName() + ".";
    }

    private static Status asSent(Status status, String prefix) {
        var answer = status.toBuilder().clearDetails();
        status.getDetailsList().forEach(detail -> answer.addDetails(asSent(detail, prefix)));
        return answer.build();
    }

    private static Any asSent(Any detail, String prefix) {
        if (!detail.is(BadRequest.class)) {
            return detail;
        }
        try {
            var answer = detail.unpack(BadRequest.class).toBuilder();
            answer.getFieldViolationsBuilderList().stream()
                    .filter(violation -> violation.getField().startsWith(prefix))
                    .forEach(
                            violation -> violation.setField(violation.getField().substring(prefix.length())));
            return Any.pack(answer.build());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a detail that we packed ourselves is not what it says", e);
        }
    }
}
