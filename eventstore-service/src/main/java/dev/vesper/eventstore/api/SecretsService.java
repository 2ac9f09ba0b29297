package dev.vesper.eventstore.api;

import static dev.vesper.eventstore.api.Answers.answer;

import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.provider.ProviderSecrets;
import dev.vesper.eventstore.write.user.human.StoredCodes;
import dev.vesper.proto.internal.v1.GetCodeRequest;
import dev.vesper.proto.internal.v1.GetCodeResponse;
import dev.vesper.proto.internal.v1.GetProviderSecretRequest;
import dev.vesper.proto.internal.v1.GetProviderSecretResponse;
import dev.vesper.proto.internal.v1.SecretsGrpc;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.util.Set;

/** Opens what stands in the log alone, for the one service that sends it. */
@GrpcService
final class SecretsService extends SecretsGrpc.SecretsImplBase {
    private static final Set<String> SENDERS = Set.of("notifier");

    private final StoredCodes codes;
    private final ProviderSecrets secrets;

    SecretsService(StoredCodes codes, ProviderSecrets secrets) {
        this.codes = codes;
        this.secrets = secrets;
    }

    @Override
    public void getCode(GetCodeRequest request, StreamObserver<GetCodeResponse> caller) {
        Callers.only(SENDERS);
        String code = codes.find(request.getInstanceId(), request.getUserId(), Math.max(1, request.getSequence()))
                .orElseThrow(() -> CommandRejected.notFound("CODE_NOT_FOUND", "That event holds no code to read."));
        answer(caller, GetCodeResponse.newBuilder().setCode(code).build());
    }

    @Override
    public void getProviderSecret(GetProviderSecretRequest request, StreamObserver<GetProviderSecretResponse> caller) {
        Callers.only(SENDERS);
        String secret = secrets.find(request.getInstanceId(), request.getKind(), request.getId())
                .orElseThrow(() -> CommandRejected.notFound("PROVIDER_NOT_FOUND", "There is no such provider."));
        answer(caller, GetProviderSecretResponse.newBuilder().setSecret(secret).build());
    }
}
