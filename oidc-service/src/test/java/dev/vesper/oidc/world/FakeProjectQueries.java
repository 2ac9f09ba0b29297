package dev.vesper.oidc.world;

import dev.vesper.oidc.world.World.Registration;
import dev.vesper.proto.internal.v1.Client;
import dev.vesper.proto.internal.v1.GetClientQuery;
import dev.vesper.proto.internal.v1.ProjectQueriesGrpc;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;

final class FakeProjectQueries extends ProjectQueriesGrpc.ProjectQueriesImplBase {
    private final World world;

    FakeProjectQueries(World world) {
        this.world = world;
    }

    @Override
    public void getClient(GetClientQuery query, StreamObserver<Client> answer) {
        Answers.send(world, answer, () -> {
            Registration registration = world.registrations.get(query.getClientId());
            if (registration == null) {
                throw Status.NOT_FOUND.asRuntimeException();
            }
            return Client.newBuilder()
                    .setApp(registration.app())
                    .setRemoved(registration.removed())
                    .setPosition(1)
                    .build();
        });
    }
}
