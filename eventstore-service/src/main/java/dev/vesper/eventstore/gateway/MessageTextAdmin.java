package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;
import static dev.vesper.eventstore.gateway.Answers.details;

import dev.vesper.events.MessageTextEvent.Text;
import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.write.messagetext.MessageTexts;
import dev.vesper.proto.admin.v1.GetMessageTextRequest;
import dev.vesper.proto.admin.v1.GetMessageTextResponse;
import dev.vesper.proto.admin.v1.MessageText;
import dev.vesper.proto.admin.v1.MessageTextServiceGrpc;
import dev.vesper.proto.admin.v1.ResetMessageTextRequest;
import dev.vesper.proto.admin.v1.ResetMessageTextResponse;
import dev.vesper.proto.admin.v1.ResetOrgMessageTextRequest;
import dev.vesper.proto.admin.v1.ResetOrgMessageTextResponse;
import dev.vesper.proto.admin.v1.SetMessageTextRequest;
import dev.vesper.proto.admin.v1.SetMessageTextResponse;
import dev.vesper.proto.admin.v1.SetOrgMessageTextRequest;
import dev.vesper.proto.admin.v1.SetOrgMessageTextResponse;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import org.jspecify.annotations.Nullable;

/** Reads the texts where the next message does: from the log. */
@GrpcService
final class MessageTextAdmin extends MessageTextServiceGrpc.MessageTextServiceImplBase {
    private final MessageTexts texts;

    MessageTextAdmin(MessageTexts texts) {
        this.texts = texts;
    }

    @Override
    public void getMessageText(GetMessageTextRequest request, StreamObserver<GetMessageTextResponse> caller) {
        var instance = CurrentAdmin.get().instanceId();
        var found = texts.get(instance, request.getOrgId(), request.getMessageType(), request.getLanguage());
        answer(
                caller,
                GetMessageTextResponse.newBuilder()
                        .setText(shown(found.text()))
                        .setSource(found.source())
                        .setLanguage(found.language())
                        .build());
    }

    @Override
    public void setMessageText(SetMessageTextRequest request, StreamObserver<SetMessageTextResponse> caller) {
        var written = texts.set(
                CurrentAdmin.get(), "", request.getMessageType(), request.getLanguage(), text(request.getText()));
        answer(
                caller,
                SetMessageTextResponse.newBuilder().setDetails(details(written)).build());
    }

    @Override
    public void resetMessageText(ResetMessageTextRequest request, StreamObserver<ResetMessageTextResponse> caller) {
        var written = texts.reset(CurrentAdmin.get(), "", request.getMessageType(), request.getLanguage());
        answer(
                caller,
                ResetMessageTextResponse.newBuilder()
                        .setDetails(details(written))
                        .build());
    }

    @Override
    public void setOrgMessageText(SetOrgMessageTextRequest request, StreamObserver<SetOrgMessageTextResponse> caller) {
        var written = texts.set(
                CurrentAdmin.get(),
                request.getOrgId(),
                request.getMessageType(),
                request.getLanguage(),
                text(request.getText()));
        answer(
                caller,
                SetOrgMessageTextResponse.newBuilder()
                        .setDetails(details(written))
                        .build());
    }

    @Override
    public void resetOrgMessageText(
            ResetOrgMessageTextRequest request, StreamObserver<ResetOrgMessageTextResponse> caller) {
        var written =
                texts.reset(CurrentAdmin.get(), request.getOrgId(), request.getMessageType(), request.getLanguage());
        answer(
                caller,
                ResetOrgMessageTextResponse.newBuilder()
                        .setDetails(details(written))
                        .build());
    }

    private static Text text(MessageText text) {
        return new Text(
                text.getTitle(),
                text.getPreHeader(),
                text.getSubject(),
                text.getGreeting(),
                text.getText(),
                text.getButtonText(),
                text.getFooter());
    }

    private static MessageText shown(Text text) {
        return MessageText.newBuilder()
                .setTitle(orEmpty(text.title()))
                .setPreHeader(orEmpty(text.preHeader()))
                .setSubject(orEmpty(text.subject()))
                .setGreeting(orEmpty(text.greeting()))
                .setText(orEmpty(text.text()))
                .setButtonText(orEmpty(text.buttonText()))
                .setFooter(orEmpty(text.footer()))
                .build();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
