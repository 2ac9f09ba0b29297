package dev.vesper.eventstore.api;

import static dev.vesper.eventstore.api.Answers.answer;

import dev.vesper.eventstore.write.authrequest.AuthRequests;
import dev.vesper.eventstore.write.authrequest.CodeIssuing;
import dev.vesper.proto.internal.v1.AddAuthRequestRequest;
import dev.vesper.proto.internal.v1.AddAuthRequestResponse;
import dev.vesper.proto.internal.v1.AuthRequest;
import dev.vesper.proto.internal.v1.AuthRequestCommandsGrpc;
import dev.vesper.proto.internal.v1.CodeIssued;
import dev.vesper.proto.internal.v1.FailAuthRequestRequest;
import dev.vesper.proto.internal.v1.FailAuthRequestResponse;
import dev.vesper.proto.internal.v1.GetAuthRequestRequest;
import dev.vesper.proto.internal.v1.IssueCodeRequest;
import dev.vesper.proto.internal.v1.IssueCodeResponse;
import dev.vesper.proto.internal.v1.RequestGone;
import dev.vesper.proto.internal.v1.SessionEnded;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.util.Set;

@GrpcService
final class AuthRequestCommandsService extends AuthRequestCommandsGrpc.AuthRequestCommandsImplBase {
    private static final Set<String> CALLERS = Set.of("oidc");

    private final AuthRequests requests;
    private final CodeIssuing codes;

    AuthRequestCommandsService(AuthRequests requests, CodeIssuing codes) {
        this.requests = requests;
        this.codes = codes;
    }

    @Override
    public void addAuthRequest(AddAuthRequestRequest request, StreamObserver<AddAuthRequestResponse> caller) {
        Callers.only(CALLERS);
        AuthRequest added = request.getRequest();
        String id = requests.add(added.getInstanceId(), AuthRequestTexts.read(added));
        answer(caller, AddAuthRequestResponse.newBuilder().setId(id).build());
    }

    @Override
    public void getAuthRequest(GetAuthRequestRequest request, StreamObserver<AuthRequest> caller) {
        Callers.only(CALLERS);
        var open = requests.get(request.getInstanceId(), request.getId());
        answer(caller, AuthRequestTexts.write(request.getInstanceId(), open));
    }

    @Override
    public void issueCode(IssueCodeRequest request, StreamObserver<IssueCodeResponse> caller) {
        Callers.only(CALLERS);
        answer(caller, response(request.getInstanceId(), issue(request)));
    }

    @Override
    public void failAuthRequest(FailAuthRequestRequest request, StreamObserver<FailAuthRequestResponse> caller) {
        Callers.only(CALLERS);
        requests.fail(request.getInstanceId(), request.getId(), request.getError());
        answer(caller, FailAuthRequestResponse.getDefaultInstance());
    }

    private CodeIssuing.Result issue(IssueCodeRequest request) {
        return switch (request.getRequestCase()) {
            case AUTH_REQUEST_ID ->
                codes.issue(request.getInstanceId(), request.getAuthRequestId(), request.getSessionId());
            case AUTH_REQUEST ->
                codes.issue(
                        request.getInstanceId(),
                        AuthRequestTexts.read(request.getAuthRequest()),
                        request.getSessionId());
            case REQUEST_NOT_SET ->
                throw Status.INVALID_ARGUMENT
                        .withDescription("authRequestId or authRequest is needed")
                        .asRuntimeException();
        };
    }

    private static IssueCodeResponse response(String instanceId, CodeIssuing.Result result) {
        var response = IssueCodeResponse.newBuilder();
        return switch (result) {
            case CodeIssuing.CodeIssued issued ->
                response.setIssued(CodeIssued.newBuilder()
                                .setCode(issued.code())
                                .setRequest(AuthRequestTexts.write(instanceId, issued.request())))
                        .build();
            case CodeIssuing.SessionEnded ended ->
                response.setSessionEnded(SessionEnded.newBuilder().setReason(ended.reason()))
                        .build();
            case CodeIssuing.RequestGone _ ->
                response.setRequestGone(RequestGone.getDefaultInstance()).build();
        };
    }
}
