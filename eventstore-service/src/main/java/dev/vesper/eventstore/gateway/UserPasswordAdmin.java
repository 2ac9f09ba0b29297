package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;
import static dev.vesper.eventstore.gateway.Answers.details;

import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.write.user.human.PasswordCommands;
import dev.vesper.eventstore.write.user.human.PasswordCommands.NewPassword;
import dev.vesper.proto.admin.v1.CreateInitializationCodeRequest;
import dev.vesper.proto.admin.v1.CreateInitializationCodeResponse;
import dev.vesper.proto.admin.v1.CreateInviteCodeRequest;
import dev.vesper.proto.admin.v1.CreateInviteCodeResponse;
import dev.vesper.proto.admin.v1.PasswordCodeChannel;
import dev.vesper.proto.admin.v1.RequestPasswordCodeRequest;
import dev.vesper.proto.admin.v1.RequestPasswordCodeResponse;
import dev.vesper.proto.admin.v1.ResendInitializationCodeRequest;
import dev.vesper.proto.admin.v1.ResendInitializationCodeResponse;
import dev.vesper.proto.admin.v1.ResendInviteCodeRequest;
import dev.vesper.proto.admin.v1.ResendInviteCodeResponse;
import dev.vesper.proto.admin.v1.SetPasswordRequest;
import dev.vesper.proto.admin.v1.SetPasswordResponse;
import dev.vesper.proto.admin.v1.UserPasswordServiceGrpc;
import dev.vesper.proto.admin.v1.VerifyInitializationCodeRequest;
import dev.vesper.proto.admin.v1.VerifyInitializationCodeResponse;
import dev.vesper.proto.admin.v1.VerifyInviteCodeRequest;
import dev.vesper.proto.admin.v1.VerifyInviteCodeResponse;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;

@GrpcService
final class UserPasswordAdmin extends UserPasswordServiceGrpc.UserPasswordServiceImplBase {
    private final PasswordCommands commands;

    UserPasswordAdmin(PasswordCommands commands) {
        this.commands = commands;
    }

    @Override
    public void setPassword(SetPasswordRequest request, StreamObserver<SetPasswordResponse> caller) {
        var admin = CurrentAdmin.get();
        var password = new NewPassword(request.getNewPassword(), request.getChangeRequired());
        var written = switch (request.getVerificationCase()) {
            case CURRENT_PASSWORD ->
                commands.setWithCurrent(admin, request.getUserId(), password, request.getCurrentPassword());
            case VERIFICATION_CODE ->
                commands.setWithCode(admin, request.getUserId(), password, request.getVerificationCode());
            case VERIFICATION_NOT_SET -> commands.set(admin, request.getUserId(), password);
        };
        answer(
                caller,
                SetPasswordResponse.newBuilder().setDetails(details(written)).build());
    }

    @Override
    public void requestPasswordCode(
            RequestPasswordCodeRequest request, StreamObserver<RequestPasswordCodeResponse> caller) {
        var delivery = Deliveries.of(request.hasReturnCode(), request.getSendCode());
        boolean bySms = request.getChannel() == PasswordCodeChannel.PASSWORD_CODE_CHANNEL_SMS;
        var made = commands.requestCode(CurrentAdmin.get(), request.getUserId(), bySms, delivery);
        answer(
                caller,
                RequestPasswordCodeResponse.newBuilder()
                        .setDetails(details(made.written()))
                        .setVerificationCode(made.code())
                        .build());
    }

    @Override
    public void createInitializationCode(
            CreateInitializationCodeRequest request, StreamObserver<CreateInitializationCodeResponse> caller) {
        var delivery = Deliveries.of(request.hasReturnCode(), request.getSendCode());
        var made = commands.initialize(CurrentAdmin.get(), request.getUserId(), false, delivery);
        answer(
                caller,
                CreateInitializationCodeResponse.newBuilder()
                        .setDetails(details(made.written()))
                        .setVerificationCode(made.code())
                        .build());
    }

    @Override
    public void resendInitializationCode(
            ResendInitializationCodeRequest request, StreamObserver<ResendInitializationCodeResponse> caller) {
        var delivery = Deliveries.of(request.hasReturnCode(), request.getSendCode());
        var made = commands.initialize(CurrentAdmin.get(), request.getUserId(), true, delivery);
        answer(
                caller,
                ResendInitializationCodeResponse.newBuilder()
                        .setDetails(details(made.written()))
                        .setVerificationCode(made.code())
                        .build());
    }

    @Override
    public void verifyInitializationCode(
            VerifyInitializationCodeRequest request, StreamObserver<VerifyInitializationCodeResponse> caller) {
        var written = commands.endInitialization(
                CurrentAdmin.get(), request.getUserId(), request.getVerificationCode(), request.getNewPassword());
        answer(
                caller,
                VerifyInitializationCodeResponse.newBuilder()
                        .setDetails(details(written))
                        .build());
    }

    @Override
    public void createInviteCode(CreateInviteCodeRequest request, StreamObserver<CreateInviteCodeResponse> caller) {
        var delivery = Deliveries.of(request.hasReturnCode(), request.getSendCode());
        var made =
                commands.invite(CurrentAdmin.get(), request.getUserId(), false, request.getApplicationName(), delivery);
        answer(
                caller,
                CreateInviteCodeResponse.newBuilder()
                        .setDetails(details(made.written()))
                        .setVerificationCode(made.code())
                        .build());
    }

    @Override
    public void resendInviteCode(ResendInviteCodeRequest request, StreamObserver<ResendInviteCodeResponse> caller) {
        var delivery = Deliveries.of(request.hasReturnCode(), request.getSendCode());
        var made =
                commands.invite(CurrentAdmin.get(), request.getUserId(), true, request.getApplicationName(), delivery);
        answer(
                caller,
                ResendInviteCodeResponse.newBuilder()
                        .setDetails(details(made.written()))
                        .setVerificationCode(made.code())
                        .build());
    }

    @Override
    public void verifyInviteCode(VerifyInviteCodeRequest request, StreamObserver<VerifyInviteCodeResponse> caller) {
        var written = commands.endInvitation(CurrentAdmin.get(), request.getUserId(), request.getVerificationCode());
        answer(
                caller,
                VerifyInviteCodeResponse.newBuilder()
                        .setDetails(details(written))
                        .build());
    }
}
