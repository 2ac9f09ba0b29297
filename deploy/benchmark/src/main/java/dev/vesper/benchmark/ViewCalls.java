package dev.vesper.benchmark;

import dev.vesper.events.ConsistencyToken;
import dev.vesper.events.Cursor;
import dev.vesper.eventstore.log.Push;
import dev.vesper.internal.InternalCredentials;
import dev.vesper.local.LocalStack;
import dev.vesper.local.Service;
import dev.vesper.proto.internal.v1.DescribeProjectionsRequest;
import dev.vesper.proto.internal.v1.GetSessionQuery;
import dev.vesper.proto.internal.v1.ProjectionAdminGrpc;
import dev.vesper.proto.internal.v1.ProjectionAdminGrpc.ProjectionAdminBlockingStub;
import dev.vesper.proto.internal.v1.Pushed;
import dev.vesper.proto.internal.v1.QueryContext;
import dev.vesper.proto.internal.v1.Rebuild;
import dev.vesper.proto.internal.v1.RebuildState;
import dev.vesper.proto.internal.v1.SessionQueriesGrpc;
import dev.vesper.proto.internal.v1.SessionQueriesGrpc.SessionQueriesBlockingStub;
import dev.vesper.proto.internal.v1.StartRebuildRequest;
import dev.vesper.proto.internal.v1.WatchRebuildRequest;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What other services ask of projection-service. */
final class ViewCalls implements AutoCloseable {
    private static final long LONGEST_ANSWER_S = 60;
    private static final long LONGEST_REBUILD_S = 240;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final ManagedChannel channel;
    private final SessionQueriesBlockingStub sessions;
    private final ProjectionAdminBlockingStub projections;

    ViewCalls(LocalStack stack) {
        this.channel = Grpc.newChannelBuilder(
                        stack.addresses().grpc(Service.PROJECTION), InsecureChannelCredentials.create())
                .build();
        var credentials = new InternalCredentials(stack.internalCredential()).of(OverGrpc.CALLER);
        this.sessions = SessionQueriesGrpc.newBlockingStub(channel).withCallCredentials(credentials);
        this.projections = ProjectionAdminGrpc.newBlockingStub(channel).withCallCredentials(credentials);
    }

    /** Waits until the views have what was pushed, and reads it. */
    void readOwnWrite(Push push, Pushed answer) {
        var last = answer.getEvents(answer.getEventsCount() - 1);
        var mark = new Cursor(answer.getPosition(), last.getInTxOrder());
        read(push, new ConsistencyToken(Map.of(last.getPartition(), mark)).encode());
    }

    /** Reads what was pushed some time ago. */
    void read(Push push) {
        read(push, "");
    }

    private void read(Push push, String token) {
        var aggregate = push.appends().getLast().aggregate();
        sessions.withDeadlineAfter(LONGEST_ANSWER_S, TimeUnit.SECONDS)
                .getSession(GetSessionQuery.newBuilder()
                        .setContext(QueryContext.newBuilder()
                                .setInstanceId(aggregate.instanceId())
                                .setConsistencyToken(token))
                        .setSessionId(aggregate.id())
                        .build());
    }

    /** Until no partition of a view stands before a position. */
    void awaitPast(String view, long position) {
        while (lowMark(view) < position) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private long lowMark(String view) {
        return projections
                .withDeadlineAfter(LONGEST_ANSWER_S, TimeUnit.SECONDS)
                .describeProjections(DescribeProjectionsRequest.getDefaultInstance())
                .getProjectionsList()
                .stream()
                .filter(each -> each.getName().equals(view))
                .findFirst()
                .orElseThrow()
                .getLowMark();
    }

    /** @return how long it took from the order to the swap */
    Duration rebuild(String view) {
        long began = System.nanoTime();
        projections
                .withDeadlineAfter(LONGEST_ANSWER_S, TimeUnit.SECONDS)
                .startRebuild(StartRebuildRequest.newBuilder()
                        .setProjection(view)
                        .setBy("benchmark")
                        .build());
        Rebuild last = Rebuild.getDefaultInstance();
        var told = projections
                .withDeadlineAfter(LONGEST_REBUILD_S, TimeUnit.SECONDS)
                .watchRebuild(
                        WatchRebuildRequest.newBuilder().setProjection(view).build());
        while (told.hasNext()) {
            last = told.next();
        }
        if (last.getState() != RebuildState.REBUILD_STATE_SWAPPED || last.getParkedAggregates() > 0) {
            throw new IllegalStateException("The rebuild of " + view + " ended as " + last);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
