package dev.vesper.projection.service;

import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.engine.ProjectionStates;
import dev.vesper.proto.internal.v1.ListProjectionsQuery;
import dev.vesper.proto.internal.v1.ListProjectionsResponse;
import dev.vesper.proto.internal.v1.ProjectionQueriesGrpc.ProjectionQueriesImplBase;
import dev.vesper.proto.internal.v1.ProjectionState;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import jakarta.inject.Inject;

@GrpcService
class ProjectionQueries extends ProjectionQueriesImplBase {
    private final ProjectionStates states;

    @Inject
    ProjectionQueries(ProjectionStates states) {
        this.states = states;
    }

    @Override
    public void listProjections(ListProjectionsQuery query, StreamObserver<ListProjectionsResponse> answer) {
        Queries.answer(answer, this::list);
    }

    private ListProjectionsResponse list() {
        ListProjectionsResponse.Builder all = ListProjectionsResponse.newBuilder();
        for (var state : states.list()) {
            all.addProjections(ProjectionState.newBuilder()
                    .setName(state.name())
                    .setVersion(state.version())
                    .setLowMark(state.lowMark())
                    .setHighMark(state.highMark())
                    .setLagEvents(state.lagEvents())
                    .setParkedAggregates(state.parkedAggregates()));
        }
        return all.build();
    }
}
