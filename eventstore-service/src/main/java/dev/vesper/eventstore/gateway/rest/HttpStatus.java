package dev.vesper.eventstore.gateway.rest;

import com.google.rpc.Code;

/** The HTTP status of each code, as google/rpc/code.proto has it. */
final class HttpStatus {
    private HttpStatus() {}

    static int of(int code) {
        var known = Code.forNumber(code);
        return known == null ? 500 : of(known);
    }

    private static int of(Code code) {
        return switch (code) {
            case OK -> 200;
            case INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE -> 400;
            case UNAUTHENTICATED -> 401;
            case PERMISSION_DENIED -> 403;
            case NOT_FOUND -> 404;
            case ALREADY_EXISTS, ABORTED -> 409;
            case RESOURCE_EXHAUSTED -> 429;
            case CANCELLED -> 499;
            case UNIMPLEMENTED -> 501;
            case UNAVAILABLE -> 503;
            case DEADLINE_EXCEEDED -> 504;
            case UNKNOWN, INTERNAL, DATA_LOSS, UNRECOGNIZED -> 500;
        };
    }
}
