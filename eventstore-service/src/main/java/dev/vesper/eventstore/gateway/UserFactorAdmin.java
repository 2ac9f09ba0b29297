package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;
import static dev.vesper.eventstore.gateway.Answers.details;

import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.write.user.factor.FactorCommands;
import dev.vesper.proto.admin.v1.AddOtpEmailRequest;
import dev.vesper.proto.admin.v1.AddOtpEmailResponse;
import dev.vesper.proto.admin.v1.AddOtpSmsRequest;
import dev.vesper.proto.admin.v1.AddOtpSmsResponse;
import dev.vesper.proto.admin.v1.AddTotpRequest;
import dev.vesper.proto.admin.v1.AddTotpResponse;
import dev.vesper.proto.admin.v1.RemoveOtpEmailRequest;
import dev.vesper.proto.admin.v1.RemoveOtpEmailResponse;
import dev.vesper.proto.admin.v1.RemoveOtpSmsRequest;
import dev.vesper.proto.admin.v1.RemoveOtpSmsResponse;
import dev.vesper.proto.admin.v1.RemoveTotpRequest;
import dev.vesper.proto.admin.v1.RemoveTotpResponse;
import dev.vesper.proto.admin.v1.UserFactorServiceGrpc;
import dev.vesper.proto.admin.v1.VerifyTotpRequest;
import dev.vesper.proto.admin.v1.VerifyTotpResponse;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;

@GrpcService
final class UserFactorAdmin extends UserFactorServiceGrpc.UserFactorServiceImplBase {
    private final FactorCommands commands;

    UserFactorAdmin(FactorCommands commands) {
        this.commands = commands;
    }

    @Override
    public void addTotp(AddTotpRequest request, StreamObserver<AddTotpResponse> caller) {
        var made = commands.addTotp(CurrentAdmin.get(), request.getUserId());
        answer(
                caller,
                AddTotpResponse.newBuilder()
                        .setDetails(details(made.written()))
                        .setUri(made.uri())
                        .setSecret(made.secret())
                        .build());
    }

    @Override
    public void verifyTotp(VerifyTotpRequest request, StreamObserver<VerifyTotpResponse> caller) {
        var written = commands.verifyTotp(CurrentAdmin.get(), request.getUserId(), request.getCode());
        answer(
                caller,
                VerifyTotpResponse.newBuilder().setDetails(details(written)).build());
    }

    @Override
    public void removeTotp(RemoveTotpRequest request, StreamObserver<RemoveTotpResponse> caller) {
        var written = commands.removeTotp(CurrentAdmin.get(), request.getUserId());
        answer(
                caller,
                RemoveTotpResponse.newBuilder().setDetails(details(written)).build());
    }

    @Override
    public void addOtpSms(AddOtpSmsRequest request, StreamObserver<AddOtpSmsResponse> caller) {
        var written = commands.addOtpSms(CurrentAdmin.get(), request.getUserId());
        answer(
                caller,
                AddOtpSmsResponse.newBuilder().setDetails(details(written)).build());
    }

    @Override
    public void removeOtpSms(RemoveOtpSmsRequest request, StreamObserver<RemoveOtpSmsResponse> caller) {
        var written = commands.removeOtpSms(CurrentAdmin.get(), request.getUserId());
        answer(
                caller,
                RemoveOtpSmsResponse.newBuilder().setDetails(details(written)).build());
    }

    @Override
    public void addOtpEmail(AddOtpEmailRequest request, StreamObserver<AddOtpEmailResponse> caller) {
        var written = commands.addOtpEmail(CurrentAdmin.get(), request.getUserId());
        answer(
                caller,
                AddOtpEmailResponse.newBuilder().setDetails(details(written)).build());
    }

    @Override
    public void removeOtpEmail(RemoveOtpEmailRequest request, StreamObserver<RemoveOtpEmailResponse> caller) {
        var written = commands.removeOtpEmail(CurrentAdmin.get(), request.getUserId());
        answer(
                caller,
                RemoveOtpEmailResponse.newBuilder().setDetails(details(written)).build());
    }
}
