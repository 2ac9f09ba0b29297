package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;
import static dev.vesper.eventstore.gateway.Answers.within;
import static dev.vesper.eventstore.gateway.Answers.written;

import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.write.policy.PolicyCommands;
import dev.vesper.proto.admin.v1.GetOrgPolicyRequest;
import dev.vesper.proto.admin.v1.GetPolicyRequest;
import dev.vesper.proto.admin.v1.GetPolicyResponse;
import dev.vesper.proto.admin.v1.PolicyServiceGrpc;
import dev.vesper.proto.admin.v1.ResetOrgPolicyRequest;
import dev.vesper.proto.admin.v1.ResetPolicyRequest;
import dev.vesper.proto.admin.v1.SetOrgPolicyRequest;
import dev.vesper.proto.admin.v1.SetPolicyRequest;
import dev.vesper.proto.admin.v1.WriteResponse;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;

@GrpcService
final class PolicyAdmin extends PolicyServiceGrpc.PolicyServiceImplBase {
    private final PolicyCommands commands;

    PolicyAdmin(PolicyCommands commands) {
        this.commands = commands;
    }

    @Override
    public void getPolicy(GetPolicyRequest request, StreamObserver<GetPolicyResponse> caller) {
        var ruling = commands.ofInstance(CurrentAdmin.get(), PolicyMessages.kind(request.getKind()));
        answer(caller, PolicyMessages.message(ruling));
    }

    @Override
    public void setPolicy(SetPolicyRequest request, StreamObserver<WriteResponse> caller) {
        var policy = PolicyMessages.policy(request);
        var field = PolicyMessages.field(policy);
        answer(caller, written(within(field, () -> commands.setOfInstance(CurrentAdmin.get(), policy))));
    }

    @Override
    public void resetPolicy(ResetPolicyRequest request, StreamObserver<WriteResponse> caller) {
        var kind = PolicyMessages.kind(request.getKind());
        answer(caller, written(commands.resetOfInstance(CurrentAdmin.get(), kind)));
    }

    @Override
    public void getOrgPolicy(GetOrgPolicyRequest request, StreamObserver<GetPolicyResponse> caller) {
        var kind = PolicyMessages.kind(request.getKind());
        answer(caller, PolicyMessages.message(commands.ofOrg(CurrentAdmin.get(), request.getOrgId(), kind)));
    }

    @Override
    public void setOrgPolicy(SetOrgPolicyRequest request, StreamObserver<WriteResponse> caller) {
        var policy = PolicyMessages.policy(request);
        var field = PolicyMessages.field(policy);
        answer(caller, written(within(field, () -> commands.setOfOrg(CurrentAdmin.get(), request.getOrgId(), policy))));
    }

    @Override
    public void resetOrgPolicy(ResetOrgPolicyRequest request, StreamObserver<WriteResponse> caller) {
        var kind = PolicyMessages.kind(request.getKind());
        answer(caller, written(commands.resetOfOrg(CurrentAdmin.get(), request.getOrgId(), kind)));
    }
}
