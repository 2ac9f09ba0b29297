package dev.vesper.eventstore.api;

import static dev.vesper.eventstore.api.Answers.answer;
import static dev.vesper.eventstore.api.Answers.time;

import com.google.protobuf.ByteString;
import dev.vesper.eventstore.crypto.MasterKey;
import dev.vesper.eventstore.crypto.UserKeys;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.webkey.WebKeys;
import dev.vesper.eventstore.write.webkey.WebKeys.WebKey;
import dev.vesper.proto.internal.v1.GetServiceKeyRequest;
import dev.vesper.proto.internal.v1.GetServiceKeyResponse;
import dev.vesper.proto.internal.v1.GetSigningKeysRequest;
import dev.vesper.proto.internal.v1.GetSigningKeysResponse;
import dev.vesper.proto.internal.v1.GetUserKeysRequest;
import dev.vesper.proto.internal.v1.GetUserKeysResponse;
import dev.vesper.proto.internal.v1.KeysGrpc;
import dev.vesper.proto.internal.v1.SigningKey;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.util.Set;

/** Hands out keys, each kind only to the services that need it. */
@GrpcService
final class KeysService extends KeysGrpc.KeysImplBase {
    private static final Set<String> SIGNERS = Set.of("oidc", "notifier");
    private static final Set<String> READERS = Set.of("projection", "notifier", "oidc");
    private static final Set<String> OIDC = Set.of("oidc");
    private static final Set<String> PURPOSES = Set.of("user-agent-cookie", "access-token", "csrf");

    private final WebKeys webKeys;
    private final UserKeys userKeys;
    private final MasterKey masterKey;

    KeysService(WebKeys webKeys, UserKeys userKeys, MasterKey masterKey) {
        this.webKeys = webKeys;
        this.userKeys = userKeys;
        this.masterKey = masterKey;
    }

    @Override
    public void getSigningKeys(GetSigningKeysRequest request, StreamObserver<GetSigningKeysResponse> caller) {
        Callers.only(SIGNERS);
        var response = GetSigningKeysResponse.newBuilder();
        webKeys.ofInstance(request.getInstanceId()).forEach(key -> response.addKeys(signingKey(key)));
        answer(caller, response.build());
    }

    @Override
    public void getUserKeys(GetUserKeysRequest request, StreamObserver<GetUserKeysResponse> caller) {
        Callers.only(READERS);
        var response = GetUserKeysResponse.newBuilder();
        userKeys.findAll(request.getInstanceId(), request.getUserIdsList())
                .forEach((userId, key) -> response.putKeys(userId, ByteString.copyFrom(key)));
        answer(caller, response.build());
    }

    @Override
    public void getServiceKey(GetServiceKeyRequest request, StreamObserver<GetServiceKeyResponse> caller) {
        Callers.only(OIDC);
        if (!PURPOSES.contains(request.getPurpose())) {
            throw CommandRejected.invalid("UNKNOWN_PURPOSE", "purpose", "purpose is not known.");
        }
        byte[] key = masterKey.derive("service/" + request.getPurpose());
        answer(
                caller,
                GetServiceKeyResponse.newBuilder()
                        .setKey(ByteString.copyFrom(key))
                        .build());
    }

    private static SigningKey signingKey(WebKey key) {
        return SigningKey.newBuilder()
                .setKeyId(key.keyId())
                .setAlgorithm(key.algorithm())
                .setPrivateJwk(key.privateJwk())
                .setActive(key.active())
                .setActivatedAt(time(key.since()))
                .build();
    }
}
