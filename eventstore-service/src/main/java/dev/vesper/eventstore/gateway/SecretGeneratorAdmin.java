package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;
import static dev.vesper.eventstore.gateway.Answers.details;

import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.write.generator.GeneratorSettings;
import dev.vesper.eventstore.write.generator.GeneratorType;
import dev.vesper.eventstore.write.generator.SecretGenerators;
import dev.vesper.proto.admin.v1.ListSecretGeneratorsRequest;
import dev.vesper.proto.admin.v1.ListSecretGeneratorsResponse;
import dev.vesper.proto.admin.v1.SecretGenerator;
import dev.vesper.proto.admin.v1.SecretGeneratorServiceGrpc;
import dev.vesper.proto.admin.v1.SetSecretGeneratorRequest;
import dev.vesper.proto.admin.v1.SetSecretGeneratorResponse;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.time.Duration;

/** Reads its settings where the next code does: from the log. */
@GrpcService
final class SecretGeneratorAdmin extends SecretGeneratorServiceGrpc.SecretGeneratorServiceImplBase {
    private final SecretGenerators generators;

    SecretGeneratorAdmin(SecretGenerators generators) {
        this.generators = generators;
    }

    @Override
    public void listSecretGenerators(
            ListSecretGeneratorsRequest request, StreamObserver<ListSecretGeneratorsResponse> caller) {
        var all = ListSecretGeneratorsResponse.newBuilder();
        generators
                .all(CurrentAdmin.get().instanceId())
                .forEach((type, settings) -> all.addGenerators(shown(type, settings)));
        answer(caller, all.build());
    }

    @Override
    public void setSecretGenerator(
            SetSecretGeneratorRequest request, StreamObserver<SetSecretGeneratorResponse> caller) {
        var expiry = request.getExpiry();
        var written = generators.set(
                CurrentAdmin.get(),
                request.getGeneratorType(),
                new GeneratorSettings(
                        request.getLength(),
                        Duration.ofSeconds(Math.clamp(expiry.getSeconds(), 0, Integer.MAX_VALUE)),
                        request.getIncludeLowerLetters(),
                        request.getIncludeUpperLetters(),
                        request.getIncludeDigits(),
                        request.getIncludeSymbols()));
        answer(
                caller,
                SetSecretGeneratorResponse.newBuilder()
                        .setDetails(details(written))
                        .build());
    }

    private static SecretGenerator shown(GeneratorType type, GeneratorSettings settings) {
        return SecretGenerator.newBuilder()
                .setGeneratorType(type.wireName())
                .setLength(settings.length())
                .setExpiry(com.google.protobuf.Duration.newBuilder()
                        .setSeconds(settings.expiry().toSeconds()))
                .setIncludeLowerLetters(settings.lowerLetters())
                .setIncludeUpperLetters(settings.upperLetters())
                .setIncludeDigits(settings.digits())
                .setIncludeSymbols(settings.symbols())
                .build();
    }
}
