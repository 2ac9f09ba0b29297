package dev.vesper.eventstore.gateway.rest;

import com.google.api.HttpRule;
import com.google.protobuf.Message;
import dev.vesper.proto.admin.v1.ApiAppServiceGrpc.ApiAppServiceImplBase;
import dev.vesper.proto.admin.v1.AppServiceGrpc.AppServiceImplBase;
import dev.vesper.proto.admin.v1.EventServiceGrpc.EventServiceImplBase;
import dev.vesper.proto.admin.v1.FeatureServiceGrpc.FeatureServiceImplBase;
import dev.vesper.proto.admin.v1.InstanceServiceGrpc.InstanceServiceImplBase;
import dev.vesper.proto.admin.v1.KeyServiceGrpc.KeyServiceImplBase;
import dev.vesper.proto.admin.v1.MachineUserServiceGrpc.MachineUserServiceImplBase;
import dev.vesper.proto.admin.v1.MessageTextServiceGrpc.MessageTextServiceImplBase;
import dev.vesper.proto.admin.v1.OrgServiceGrpc.OrgServiceImplBase;
import dev.vesper.proto.admin.v1.PolicyServiceGrpc.PolicyServiceImplBase;
import dev.vesper.proto.admin.v1.ProjectRoleServiceGrpc.ProjectRoleServiceImplBase;
import dev.vesper.proto.admin.v1.ProjectServiceGrpc.ProjectServiceImplBase;
import dev.vesper.proto.admin.v1.ProjectionServiceGrpc.ProjectionServiceImplBase;
import dev.vesper.proto.admin.v1.SecretGeneratorServiceGrpc.SecretGeneratorServiceImplBase;
import dev.vesper.proto.admin.v1.SessionServiceGrpc.SessionServiceImplBase;
import dev.vesper.proto.admin.v1.SessionTerminationServiceGrpc.SessionTerminationServiceImplBase;
import dev.vesper.proto.admin.v1.SmsServiceGrpc.SmsServiceImplBase;
import dev.vesper.proto.admin.v1.SmtpServiceGrpc.SmtpServiceImplBase;
import dev.vesper.proto.admin.v1.UserContactServiceGrpc.UserContactServiceImplBase;
import dev.vesper.proto.admin.v1.UserFactorServiceGrpc.UserFactorServiceImplBase;
import dev.vesper.proto.admin.v1.UserGrantServiceGrpc.UserGrantServiceImplBase;
import dev.vesper.proto.admin.v1.UserMetadataServiceGrpc.UserMetadataServiceImplBase;
import dev.vesper.proto.admin.v1.UserPasswordServiceGrpc.UserPasswordServiceImplBase;
import dev.vesper.proto.admin.v1.UserProfileServiceGrpc.UserProfileServiceImplBase;
import dev.vesper.proto.admin.v1.UserServiceGrpc.UserServiceImplBase;
import dev.vesper.proto.admin.v1.WebhookServiceGrpc.WebhookServiceImplBase;
import dev.vesper.proto.system.v1.SystemFeatureServiceGrpc.SystemFeatureServiceImplBase;
import dev.vesper.proto.system.v1.SystemInstanceServiceGrpc.SystemInstanceServiceImplBase;
import io.grpc.MethodDescriptor;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import java.util.List;

/** The admin API's routes, and routes that a test makes up for its methods. */
public final class Services {
    private Services() {}

    public static Routes routes() {
        return Routes.of(List.of(
                new UserServiceImplBase() {}.bindService(),
                new UserProfileServiceImplBase() {}.bindService(),
                new UserContactServiceImplBase() {}.bindService(),
                new SecretGeneratorServiceImplBase() {}.bindService(),
                new UserPasswordServiceImplBase() {}.bindService(),
                new UserFactorServiceImplBase() {}.bindService(),
                new MachineUserServiceImplBase() {}.bindService(),
                new UserMetadataServiceImplBase() {}.bindService(),
                new UserGrantServiceImplBase() {}.bindService(),
                new SessionTerminationServiceImplBase() {}.bindService(),
                new SmtpServiceImplBase() {}.bindService(),
                new SmsServiceImplBase() {}.bindService(),
                new WebhookServiceImplBase() {}.bindService(),
                new MessageTextServiceImplBase() {}.bindService(),
                new ProjectServiceImplBase() {}.bindService(),
                new AppServiceImplBase() {}.bindService(),
                new ApiAppServiceImplBase() {}.bindService(),
                new ProjectRoleServiceImplBase() {}.bindService(),
                new OrgServiceImplBase() {}.bindService(),
                new KeyServiceImplBase() {}.bindService(),
                new PolicyServiceImplBase() {}.bindService(),
                new InstanceServiceImplBase() {}.bindService(),
                new SessionServiceImplBase() {}.bindService(),
                new FeatureServiceImplBase() {}.bindService(),
                new EventServiceImplBase() {}.bindService(),
                new ProjectionServiceImplBase() {}.bindService(),
                new SystemInstanceServiceImplBase() {}.bindService(),
                new SystemFeatureServiceImplBase() {}.bindService()));
    }

    /** The given way into a method, whatever its own annotation says. */
    static Route route(MethodDescriptor<?, ?> method, HttpRule.Builder rule) {
        @SuppressWarnings("unchecked")
        var grpc = (MethodDescriptor<Message, Message>) method;
        if (grpc.getSchemaDescriptor() instanceof ProtoMethodDescriptorSupplier schema) {
            return Route.of(rule.build(), grpc, schema.getMethodDescriptor());
        }
        throw new IllegalArgumentException("not of a .proto file: " + method);
    }
}
