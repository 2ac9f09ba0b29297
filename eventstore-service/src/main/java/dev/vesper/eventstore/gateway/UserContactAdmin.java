package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;
import static dev.vesper.eventstore.gateway.Answers.details;

import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.write.user.human.ContactCommands;
import dev.vesper.proto.admin.v1.RemovePhoneRequest;
import dev.vesper.proto.admin.v1.RemovePhoneResponse;
import dev.vesper.proto.admin.v1.ResendEmailCodeRequest;
import dev.vesper.proto.admin.v1.ResendEmailCodeResponse;
import dev.vesper.proto.admin.v1.ResendPhoneCodeRequest;
import dev.vesper.proto.admin.v1.ResendPhoneCodeResponse;
import dev.vesper.proto.admin.v1.SetEmailRequest;
import dev.vesper.proto.admin.v1.SetEmailResponse;
import dev.vesper.proto.admin.v1.SetPhoneRequest;
import dev.vesper.proto.admin.v1.SetPhoneResponse;
import dev.vesper.proto.admin.v1.UserContactServiceGrpc;
import dev.vesper.proto.admin.v1.VerifyEmailRequest;
import dev.vesper.proto.admin.v1.VerifyEmailResponse;
import dev.vesper.proto.admin.v1.VerifyPhoneRequest;
import dev.vesper.proto.admin.v1.VerifyPhoneResponse;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;

@GrpcService
final class UserContactAdmin extends UserContactServiceGrpc.UserContactServiceImplBase {
    private final ContactCommands commands;

    UserContactAdmin(ContactCommands commands) {
        this.commands = commands;
    }

    @Override
    public void setEmail(SetEmailRequest request, StreamObserver<SetEmailResponse> caller) {
        var delivery = Deliveries.of(request.getIsVerified(), request.hasReturnCode(), request.getSendCode());
        var set = commands.setEmail(CurrentAdmin.get(), request.getUserId(), request.getEmail(), delivery);
        answer(
                caller,
                SetEmailResponse.newBuilder()
                        .setDetails(details(set.written()))
                        .setVerificationCode(set.code())
                        .build());
    }

    @Override
    public void resendEmailCode(ResendEmailCodeRequest request, StreamObserver<ResendEmailCodeResponse> caller) {
        var delivery = Deliveries.of(request.hasReturnCode(), request.getSendCode());
        var made = commands.resendEmailCode(CurrentAdmin.get(), request.getUserId(), delivery);
        answer(
                caller,
                ResendEmailCodeResponse.newBuilder()
                        .setDetails(details(made.written()))
                        .setVerificationCode(made.code())
                        .build());
    }

    @Override
    public void verifyEmail(VerifyEmailRequest request, StreamObserver<VerifyEmailResponse> caller) {
        var written = commands.verifyEmail(CurrentAdmin.get(), request.getUserId(), request.getVerificationCode());
        answer(
                caller,
                VerifyEmailResponse.newBuilder().setDetails(details(written)).build());
    }

    @Override
    public void setPhone(SetPhoneRequest request, StreamObserver<SetPhoneResponse> caller) {
        var delivery = Deliveries.of(request.getIsVerified(), request.hasReturnCode(), request.getSendCode());
        var set = commands.setPhone(CurrentAdmin.get(), request.getUserId(), request.getPhone(), delivery);
        answer(
                caller,
                SetPhoneResponse.newBuilder()
                        .setDetails(details(set.written()))
                        .setVerificationCode(set.code())
                        .build());
    }

    @Override
    public void removePhone(RemovePhoneRequest request, StreamObserver<RemovePhoneResponse> caller) {
        var written = commands.removePhone(CurrentAdmin.get(), request.getUserId());
        answer(
                caller,
                RemovePhoneResponse.newBuilder().setDetails(details(written)).build());
    }

    @Override
    public void resendPhoneCode(ResendPhoneCodeRequest request, StreamObserver<ResendPhoneCodeResponse> caller) {
        var delivery = Deliveries.of(request.hasReturnCode(), request.getSendCode());
        var made = commands.resendPhoneCode(CurrentAdmin.get(), request.getUserId(), delivery);
        answer(
                caller,
                ResendPhoneCodeResponse.newBuilder()
                        .setDetails(details(made.written()))
                        .setVerificationCode(made.code())
                        .build());
    }

    @Override
    public void verifyPhone(VerifyPhoneRequest request, StreamObserver<VerifyPhoneResponse> caller) {
        var written = commands.verifyPhone(CurrentAdmin.get(), request.getUserId(), request.getVerificationCode());
        answer(
                caller,
                VerifyPhoneResponse.newBuilder().setDetails(details(written)).build());
    }
}
