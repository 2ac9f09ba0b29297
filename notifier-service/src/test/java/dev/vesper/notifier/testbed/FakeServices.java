package dev.vesper.notifier.testbed;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.vesper.internal.InternalCredentials;
import dev.vesper.internal.InternalServerInterceptor;
import dev.vesper.proto.admin.v1.App;
import dev.vesper.proto.admin.v1.FeatureState;
import dev.vesper.proto.admin.v1.GetFeaturesResponse;
import dev.vesper.proto.admin.v1.LogoutSettings;
import dev.vesper.proto.admin.v1.OidcConfig;
import dev.vesper.proto.admin.v1.SearchSessionsResponse;
import dev.vesper.proto.admin.v1.Session;
import dev.vesper.proto.admin.v1.SessionApp;
import dev.vesper.proto.internal.v1.Client;
import dev.vesper.proto.internal.v1.GetClientQuery;
import dev.vesper.proto.internal.v1.GetInstanceFeaturesQuery;
import dev.vesper.proto.internal.v1.GetInstanceQuery;
import dev.vesper.proto.internal.v1.GetSigningKeysRequest;
import dev.vesper.proto.internal.v1.GetSigningKeysResponse;
import dev.vesper.proto.internal.v1.Instance;
import dev.vesper.proto.internal.v1.InstanceQueriesGrpc;
import dev.vesper.proto.internal.v1.KeysGrpc;
import dev.vesper.proto.internal.v1.ProjectQueriesGrpc;
import dev.vesper.proto.internal.v1.SearchSessionsQuery;
import dev.vesper.proto.internal.v1.SessionQueriesGrpc;
import dev.vesper.proto.internal.v1.SigningKey;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The two services that the notifier talks to, on one real gRPC port that asks for the credential. */
public final class FakeServices implements AutoCloseable {
    static final String CREDENTIAL = "a credential of tests";

    public static final RSAKey RS256 = rsa();
    public static final ECKey ES256 = ec();

    private final FakeLog log = new FakeLog();
    private final Map<String, Client> clients = new ConcurrentHashMap<>();
    private final Server server;
    private final String address;
    private final Set<String> keysAskedFor = ConcurrentHashMap.newKeySet();
    private volatile boolean backChannelLogout = true;
    private final Map<String, Session> active = new ConcurrentHashMap<>();

    FakeServices() {
        try {
            server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .intercept(new InternalServerInterceptor(new InternalCredentials(CREDENTIAL)))
                    .addService(log)
                    .addService(new Keys())
                    .addService(new Projects())
                    .addService(new Instances())
                    .addService(new Sessions())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        address = "127.0.0.1:" + server.getPort();
    }

    public FakeLog log() {
        return log;
    }

    /** Where the services are, or were before they were closed. */
    String address() {
        return address;
    }

    public void register(String clientId, String uri, String algorithm) {
        clients.put(clientId, client(uri, algorithm).build());
    }

    /** What the registered app wants to be told. */
    public void prefer(String clientId, LogoutSettings settings) {
        clients.computeIfPresent(clientId, (_, client) -> {
            Client.Builder changed = client.toBuilder();
            changed.getAppBuilder().setLogout(settings);
            return changed.build();
        });
    }

    public void remove(String clientId) {
        clients.computeIfPresent(
                clientId, (_, client) -> client.toBuilder().setRemoved(true).build());
    }

    /** The person has a session at the app. */
    public void signIn(String sessionId, String userId, String clientId) {
        active.put(
                sessionId + "/" + clientId,
                Session.newBuilder()
                        .setSessionId(sessionId)
                        .setUserId(userId)
                        .addApps(SessionApp.newBuilder().setClientId(clientId))
                        .build());
    }

    public void backChannelLogout(boolean on) {
        backChannelLogout = on;
    }

    /** The instances whose signing keys somebody has. */
    public Set<String> keysAskedFor() {
        return Set.copyOf(keysAskedFor);
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private static Client.Builder client(String uri, String algorithm) {
        return Client.newBuilder()
                .setApp(App.newBuilder()
                        .setOidc(OidcConfig.newBuilder()
                                .setBackChannelLogoutUri(uri)
                                .setIdTokenSignedResponseAlg(algorithm)));
    }

    private static <A> void answer(StreamObserver<A> observer, A answer) {
        observer.onNext(answer);
        observer.onCompleted();
    }

    private static RSAKey rsa() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID("rsa-1")
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey ec() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID("ec-1")
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Keys extends KeysGrpc.KeysImplBase {
        @Override
        public void getSigningKeys(GetSigningKeysRequest request, StreamObserver<GetSigningKeysResponse> observer) {
            keysAskedFor.add(request.getInstanceId());
            answer(
                    observer,
                    GetSigningKeysResponse.newBuilder()
                            .addKeys(key(RS256, true))
                            .addKeys(key(ES256, false))
                            .build());
        }

        private static SigningKey key(JWK key, boolean active) {
            return SigningKey.newBuilder()
                    .setKeyId(key.getKeyID())
                    .setAlgorithm(key.getAlgorithm().getName())
                    .setPrivateJwk(key.toJSONString())
                    .setActive(active)
                    .build();
        }
    }

    private final class Projects extends ProjectQueriesGrpc.ProjectQueriesImplBase {
        @Override
        public void getClient(GetClientQuery query, StreamObserver<Client> observer) {
            Client client = clients.get(query.getClientId());
            if (client == null) {
                observer.onError(Status.UNAVAILABLE.asRuntimeException());
            } else {
                answer(observer, client);
            }
        }
    }

    private final class Instances extends InstanceQueriesGrpc.InstanceQueriesImplBase {
        @Override
        public void getInstanceFeatures(GetInstanceFeaturesQuery query, StreamObserver<GetFeaturesResponse> observer) {
            answer(
                    observer,
                    GetFeaturesResponse.newBuilder()
                            .setBackChannelLogout(FeatureState.newBuilder().setEnabled(backChannelLogout))
                            .build());
        }

        @Override
        public void getInstance(GetInstanceQuery query, StreamObserver<Instance> observer) {
            answer(observer, Instance.newBuilder().addDomains("id.example").build());
        }
    }

    private final class Sessions extends SessionQueriesGrpc.SessionQueriesImplBase {
        @Override
        public void searchSessions(SearchSessionsQuery query, StreamObserver<SearchSessionsResponse> observer) {
            var wanted = query.getRequest();
            answer(
                    observer,
                    SearchSessionsResponse.newBuilder()
                            .addAllSessions(active.values().stream()
                                    .filter(session -> session.getUserId().equals(wanted.getUserId()))
                                    .filter(session ->
                                            session.getApps(0).getClientId().equals(wanted.getClientId()))
                                    .toList())
                            .build());
        }
    }
}
