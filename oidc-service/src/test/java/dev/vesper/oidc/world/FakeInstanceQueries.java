package dev.vesper.oidc.world;

import com.nimbusds.jose.jwk.JWK;
import dev.vesper.proto.admin.v1.FeatureState;
import dev.vesper.proto.admin.v1.GetFeaturesResponse;
import dev.vesper.proto.internal.v1.GetInstanceByHostQuery;
import dev.vesper.proto.internal.v1.GetInstanceFeaturesQuery;
import dev.vesper.proto.internal.v1.Instance;
import dev.vesper.proto.internal.v1.InstanceQueriesGrpc;
import dev.vesper.proto.internal.v1.ListPublicKeysQuery;
import dev.vesper.proto.internal.v1.ListPublicKeysResponse;
import dev.vesper.proto.internal.v1.PublicKey;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.Set;

final class FakeInstanceQueries extends InstanceQueriesGrpc.InstanceQueriesImplBase {
    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "id.example.com");

    private final World world;
    private final JWK publicKey;

    FakeInstanceQueries(World world, JWK publicKey) {
        this.world = world;
        this.publicKey = publicKey;
    }

    @Override
    public void getInstanceByHost(GetInstanceByHostQuery query, StreamObserver<Instance> answer) {
        Answers.send(world, answer, () -> {
            if (!HOSTS.contains(query.getHost())) {
                throw Status.NOT_FOUND.asRuntimeException();
            }
            return Instance.newBuilder()
                    .setInstanceId(World.INSTANCE)
                    .addAllDomains(HOSTS)
                    .setPosition(1)
                    .build();
        });
    }

    @Override
    public void getInstanceFeatures(GetInstanceFeaturesQuery query, StreamObserver<GetFeaturesResponse> answer) {
        Answers.send(
                world,
                answer,
                () -> GetFeaturesResponse.newBuilder()
                        .setBackChannelLogout(FeatureState.newBuilder().setEnabled(true))
                        .setSingleSessionTermination(
                                FeatureState.newBuilder().setEnabled(world.singleSessionTermination))
                        .build());
    }

    @Override
    public void listPublicKeys(ListPublicKeysQuery query, StreamObserver<ListPublicKeysResponse> answer) {
        Answers.send(
                world,
                answer,
                () -> ListPublicKeysResponse.newBuilder()
                        .addKeys(PublicKey.newBuilder()
                                .setKeyId(publicKey.getKeyID())
                                .setPublicJwk(publicKey.toJSONString())
                                .setActive(true))
                        .build());
    }
}
