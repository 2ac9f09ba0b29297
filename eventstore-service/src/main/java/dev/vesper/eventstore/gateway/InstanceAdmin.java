package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;
import static dev.vesper.eventstore.gateway.Answers.written;

import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.gateway.errors.InvalidRequest;
import dev.vesper.eventstore.write.instance.InstanceCommands;
import dev.vesper.eventstore.write.instance.InstanceCommands.Update;
import dev.vesper.eventstore.write.instance.TokenLifetimes;
import dev.vesper.proto.admin.v1.AddInstanceDomainRequest;
import dev.vesper.proto.admin.v1.GetMyInstanceRequest;
import dev.vesper.proto.admin.v1.GetMyInstanceResponse;
import dev.vesper.proto.admin.v1.GetOidcSettingsRequest;
import dev.vesper.proto.admin.v1.GetOidcSettingsResponse;
import dev.vesper.proto.admin.v1.InstanceServiceGrpc;
import dev.vesper.proto.admin.v1.MyInstance;
import dev.vesper.proto.admin.v1.OidcLifetimes;
import dev.vesper.proto.admin.v1.RemoveInstanceDomainRequest;
import dev.vesper.proto.admin.v1.SetOidcSettingsRequest;
import dev.vesper.proto.admin.v1.SetPrimaryInstanceDomainRequest;
import dev.vesper.proto.admin.v1.UpdateMyInstanceRequest;
import dev.vesper.proto.admin.v1.WriteResponse;
import dev.vesper.proto.internal.v1.GetInstanceQuery;
import dev.vesper.proto.internal.v1.Instance;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

@GrpcService
final class InstanceAdmin extends InstanceServiceGrpc.InstanceServiceImplBase {
    private final InstanceCommands commands;
    private final Queries queries;

    InstanceAdmin(InstanceCommands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public void getMyInstance(GetMyInstanceRequest request, StreamObserver<GetMyInstanceResponse> caller) {
        Instance found = instance();
        var instance = MyInstance.newBuilder()
                .setInstanceId(found.getInstanceId())
                .setName(found.getName())
                .addAllDomains(found.getDomainsList())
                .setPrimaryDomain(found.getPrimaryDomain())
                .setDefaultOrgId(found.getDefaultOrgId())
                .setDefaultLanguage(found.getDefaultLanguage());
        answer(caller, GetMyInstanceResponse.newBuilder().setInstance(instance).build());
    }

    @Override
    public void updateMyInstance(UpdateMyInstanceRequest request, StreamObserver<WriteResponse> caller) {
        var update = new Update(
                named(request, "name", request.getName()),
                named(request, "default_language", request.getDefaultLanguage()),
                named(request, "default_org_id", request.getDefaultOrgId()));
        if (update.equals(new Update(null, null, null))) {
            throw new InvalidRequest("name", "or another field is required: there is nothing to change");
        }
        answer(caller, written(commands.update(CurrentAdmin.get(), update)));
    }

    @Override
    public void addInstanceDomain(AddInstanceDomainRequest request, StreamObserver<WriteResponse> caller) {
        answer(caller, written(commands.addDomain(CurrentAdmin.get(), request.getDomain())));
    }

    @Override
    public void setPrimaryInstanceDomain(
            SetPrimaryInstanceDomainRequest request, StreamObserver<WriteResponse> caller) {
        answer(caller, written(commands.setPrimaryDomain(CurrentAdmin.get(), request.getDomain())));
    }

    @Override
    public void removeInstanceDomain(RemoveInstanceDomainRequest request, StreamObserver<WriteResponse> caller) {
        answer(caller, written(commands.removeDomain(CurrentAdmin.get(), request.getDomain())));
    }

    @Override
    public void getOidcSettings(GetOidcSettingsRequest request, StreamObserver<GetOidcSettingsResponse> caller) {
        var found = instance().getOidcSettings();
        var settings = OidcLifetimes.newBuilder()
                .setAccessTokenLifetime(found.getAccessTokenLifetime())
                .setIdTokenLifetime(found.getIdTokenLifetime())
                .setRefreshTokenIdleExpiration(found.getRefreshTokenIdleExpiration())
                .setRefreshTokenExpiration(found.getRefreshTokenExpiration());
        answer(
                caller,
                GetOidcSettingsResponse.newBuilder().setSettings(settings).build());
    }

    @Override
    public void setOidcSettings(SetOidcSettingsRequest request, StreamObserver<WriteResponse> caller) {
        var defaults = TokenLifetimes.DEFAULT;
        var lifetimes = new TokenLifetimes(
                request.hasAccessTokenLifetime() ? java(request.getAccessTokenLifetime()) : defaults.accessToken(),
                request.hasIdTokenLifetime() ? java(request.getIdTokenLifetime()) : defaults.idToken(),
                request.hasRefreshTokenIdleExpiration()
                        ? java(request.getRefreshTokenIdleExpiration())
                        : defaults.refreshTokenIdle(),
                request.hasRefreshTokenExpiration()
                        ? java(request.getRefreshTokenExpiration())
                        : defaults.refreshToken());
        answer(caller, written(commands.setLifetimes(CurrentAdmin.get(), lifetimes)));
    }

    private Instance instance() {
        var query = GetInstanceQuery.newBuilder().setContext(Queries.context()).build();
        return queries.instances(instances -> instances.getInstance(query));
    }

    private static @Nullable String named(UpdateMyInstanceRequest request, String field, String value) {
        return FieldMasks.covers(request, request.getUpdateMask(), field) ? value : null;
    }

    private static Duration java(com.google.protobuf.Duration duration) {
        return Duration.ofSeconds(duration.getSeconds(), duration.getNanos());
    }
}
