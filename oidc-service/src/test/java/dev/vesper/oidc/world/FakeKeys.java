package dev.vesper.oidc.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.vesper.proto.internal.v1.GetServiceKeyRequest;
import dev.vesper.proto.internal.v1.GetServiceKeyResponse;
import dev.vesper.proto.internal.v1.GetSigningKeysRequest;
import dev.vesper.proto.internal.v1.GetSigningKeysResponse;
import dev.vesper.proto.internal.v1.KeysGrpc;
import dev.vesper.proto.internal.v1.SigningKey;
import io.grpc.stub.StreamObserver;
import java.util.Arrays;

final class FakeKeys extends KeysGrpc.KeysImplBase {
    private final World world;
    private final JWK rsa;
    private final JWK ec;

    FakeKeys(World world) {
        this.world = world;
        try {
            this.rsa = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
            this.ec = new ECKeyGenerator(com.nimbusds.jose.jwk.Curve.P_256)
                    .keyID("ec-1")
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    JWK publicKey() {
        return rsa.toPublicJWK();
    }

    @Override
    public void getSigningKeys(GetSigningKeysRequest request, StreamObserver<GetSigningKeysResponse> answer) {
        Answers.send(
                world,
                answer,
                () -> GetSigningKeysResponse.newBuilder()
                        .addKeys(key(rsa, "RS256"))
                        .addKeys(key(ec, "ES256"))
                        .build());
    }

    @Override
    public void getServiceKey(GetServiceKeyRequest request, StreamObserver<GetServiceKeyResponse> answer) {
        byte[] key = Arrays.copyOf(("key of " + request.getPurpose()).getBytes(UTF_8), 32);
        Answers.send(
                world,
                answer,
                () -> GetServiceKeyResponse.newBuilder()
                        .setKey(ByteString.copyFrom(key))
                        .build());
    }

    private static SigningKey key(JWK jwk, String algorithm) {
        return SigningKey.newBuilder()
                .setKeyId(jwk.getKeyID())
                .setAlgorithm(algorithm)
                .setPrivateJwk(jwk.toJSONString())
                .setActive(true)
                .build();
    }
}
