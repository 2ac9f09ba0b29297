package dev.vesper.eventstore.gateway;

import com.google.protobuf.Timestamp;
import dev.vesper.eventstore.gateway.errors.InvalidRequest;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.Written;
import dev.vesper.proto.admin.v1.Details;
import dev.vesper.proto.admin.v1.WriteResponse;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.function.Supplier;

/** What the handlers' answers and questions have in common. */
final class Answers {
    private static final int DEFAULT_PAGE = 100;
    private static final int LARGEST_PAGE = 1000;

    private Answers() {}

    static <A> void answer(StreamObserver<A> caller, A answer) {
        caller.onNext(answer);
        caller.onCompleted();
    }

    static Details details(Written written) {
        return Details.newBuilder()
                .setSequence(written.sequence())
                .setCreationDate(timestamp(written.createdAt()))
                .setChangeDate(timestamp(written.changedAt()))
                .setResourceOwner(written.owner())
                .setConsistencyToken(written.consistencyToken().encode())
                .build();
    }

    static WriteResponse written(Written written) {
        return WriteResponse.newBuilder().setDetails(details(written)).build();
    }

    /** What the command refuses, the caller sent within the field. */
    static <A> A within(String field, Supplier<A> command) {
        try {
            return command.get();
        } catch (CommandRejected e) {
            throw e.within(field);
        }
    }

    /** As AIP-158 has it: 0 takes the default, too many are brought down to the most, less than none is a mistake. */
    static int pageSize(int asked) {
        if (asked < 0) {
            throw new InvalidRequest("pageSize", "must not be negative");
        }
        return asked == 0 ? DEFAULT_PAGE : Math.min(asked, LARGEST_PAGE);
    }

    static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
