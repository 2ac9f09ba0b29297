package dev.vesper.oidc.world;

import dev.vesper.oidc.world.World.StoredRequest;
import dev.vesper.proto.admin.v1.Session;
import dev.vesper.proto.internal.v1.AddAuthRequestRequest;
import dev.vesper.proto.internal.v1.AddAuthRequestResponse;
import dev.vesper.proto.internal.v1.AuthRequest;
import dev.vesper.proto.internal.v1.AuthRequestCommandsGrpc;
import dev.vesper.proto.internal.v1.CodeIssued;
import dev.vesper.proto.internal.v1.GetAuthRequestRequest;
import dev.vesper.proto.internal.v1.IssueCodeRequest;
import dev.vesper.proto.internal.v1.IssueCodeResponse;
import dev.vesper.proto.internal.v1.RequestGone;
import dev.vesper.proto.internal.v1.SessionEnded;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;

final class FakeAuthRequestCommands extends AuthRequestCommandsGrpc.AuthRequestCommandsImplBase {
    private final World world;

    FakeAuthRequestCommands(World world) {
        this.world = world;
    }

    @Override
    public void addAuthRequest(AddAuthRequestRequest request, StreamObserver<AddAuthRequestResponse> answer) {
        Answers.send(
                world,
                answer,
                () -> AddAuthRequestResponse.newBuilder()
                        .setId(store(request.getRequest()).request().getId())
                        .build());
    }

    @Override
    public void getAuthRequest(GetAuthRequestRequest request, StreamObserver<AuthRequest> answer) {
        Answers.send(world, answer, () -> {
            StoredRequest stored = world.requests.get(request.getId());
            if (stored == null || !stored.state().equals("open")) {
                throw Status.NOT_FOUND.asRuntimeException();
            }
            return stored.request();
        });
    }

    @Override
    public void issueCode(IssueCodeRequest request, StreamObserver<IssueCodeResponse> answer) {
        Answers.send(world, answer, () -> {
            StoredRequest stored = request.hasAuthRequest()
                    ? store(request.getAuthRequest())
                    : world.requests.get(request.getAuthRequestId());
            if (stored == null || !stored.state().equals("open")) {
                return IssueCodeResponse.newBuilder()
                        .setRequestGone(RequestGone.getDefaultInstance())
                        .build();
            }
            Session session = world.sessions.get(request.getSessionId());
            if (session == null || !session.getActive() || world.refuseCodes) {
                return IssueCodeResponse.newBuilder()
                        .setSessionEnded(SessionEnded.newBuilder().setReason("user"))
                        .build();
            }
            String code = "vc_" + World.newId();
            world.requests.put(
                    stored.request().getId(),
                    new StoredRequest(stored.request(), session.getSessionId(), code, "issued"));
            return IssueCodeResponse.newBuilder()
                    .setIssued(CodeIssued.newBuilder().setCode(code).setRequest(stored.request()))
                    .build();
        });
    }

    private StoredRequest store(AuthRequest request) {
        AuthRequest withId = request.toBuilder().setId(World.newId()).build();
        StoredRequest stored = new StoredRequest(withId, "", "", "open");
        world.requests.put(withId.getId(), stored);
        return stored;
    }
}
