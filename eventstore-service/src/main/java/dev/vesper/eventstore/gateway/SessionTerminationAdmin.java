package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;
import static dev.vesper.eventstore.gateway.Answers.details;

import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.gateway.errors.InvalidRequest;
import dev.vesper.eventstore.write.Written;
import dev.vesper.eventstore.write.session.BulkEnding;
import dev.vesper.eventstore.write.user.UserCommands;
import dev.vesper.proto.admin.v1.SessionTerminationServiceGrpc;
import dev.vesper.proto.admin.v1.TerminateSessionsRequest;
import dev.vesper.proto.admin.v1.TerminateSessionsResponse;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;

@GrpcService
final class SessionTerminationAdmin extends SessionTerminationServiceGrpc.SessionTerminationServiceImplBase {
    private final BulkEnding ending;
    private final UserCommands users;

    SessionTerminationAdmin(BulkEnding ending, UserCommands users) {
        this.ending = ending;
        this.users = users;
    }

    @Override
    public void terminateSessions(TerminateSessionsRequest request, StreamObserver<TerminateSessionsResponse> caller) {
        var written = end(request);
        answer(
                caller,
                TerminateSessionsResponse.newBuilder()
                        .setDetails(details(written))
                        .build());
    }

    /** Whoever names nothing has not said that they mean everybody. */
    private Written end(TerminateSessionsRequest request) {
        var admin = CurrentAdmin.get();
        return switch (request.getOfCase()) {
            case USER_ID -> users.endSessions(admin, request.getUserId());
            case CLIENT_ID -> ending.ofClient(admin, request.getClientId());
            case ORGANISATION_ID -> ending.ofOrg(admin, request.getOrganisationId());
            case ENTIRE_INSTANCE -> {
                if (!request.getEntireInstance()) {
                    throw new InvalidRequest("entireInstance", "must be true");
                }
                yield ending.ofInstance(admin);
            }
            case OF_NOT_SET ->
                throw new InvalidRequest(
                        "userId", "or one of clientId, organisationId and entireInstance must be given");
        };
    }
}
