package dev.vesper.simulation.world;

import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.LogUnavailable;
import dev.vesper.simulation.scheduling.Chance;
import io.grpc.Status;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Calls from one process to another's log. A call or its reply may get lost, and then nobody knows what was done. */
final class Network {
    private static final long DEADLINE_MS = 3_000;

    private final Cluster cluster;
    private final Trouble trouble;
    private final Chance chance;

    Network(Cluster cluster, Trouble trouble, Chance chance) {
        this.cluster = cluster;
        this.trouble = trouble;
        this.chance = chance;
    }

    /** @throws LogUnavailable when there was no reply */
    <T> T call(Function<EventLog, T> what) {
        return reach(pod -> what.apply(pod.log().orElseThrow()));
    }

    /** The same for gRPC. */
    List<Object> call(String method, Object request) {
        try {
            return reach(pod -> pod.call(method, request));
        } catch (LogUnavailable noReply) {
            throw Status.UNAVAILABLE.asRuntimeException();
        }
    }

    private <T> T reach(Function<EventstorePod, T> what) {
        List<EventstorePod> pods = cluster.all(EventstorePod.class).stream()
                .filter(pod -> !pod.host().isDead() && pod.log().isPresent())
                .toList();
        CompletableFuture<T> reply = new CompletableFuture<>();
        if (!pods.isEmpty() && !trouble.losesCall()) {
            EventstorePod pod = chance.of(pods);
            pod.host().start("call", () -> answer(() -> what.apply(pod), reply));
        }
        return await(reply);
    }

    private <T> void answer(java.util.function.Supplier<T> what, CompletableFuture<T> reply) {
        try {
            T answer = what.get();
            if (!trouble.losesReply()) {
                reply.complete(answer);
            }
        } catch (RuntimeException failure) {
            reply.completeExceptionally(failure);
        }
    }

    private static <T> T await(CompletableFuture<T> reply) {
        try {
            return reply.get(DEADLINE_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new LogUnavailable("no reply", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new LogUnavailable("failed", e.getCause());
        } catch (InterruptedException e) {
            throw new LogUnavailable("interrupted", e);
        }
    }
}
