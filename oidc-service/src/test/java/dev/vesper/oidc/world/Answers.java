package dev.vesper.oidc.world;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;

/** Sends one answer, or the status that was thrown. */
final class Answers {
    private Answers() {}

    static <T> void send(World world, StreamObserver<T> answer, Supplier<T> decide) {
        try {
            T decided;
            synchronized (world) {
                decided = decide.get();
            }
            answer.onNext(decided);
            answer.onCompleted();
        } catch (StatusRuntimeException refused) {
            answer.onError(refused);
        }
    }
}
