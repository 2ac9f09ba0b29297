package dev.vesper.eventstore.gateway.rest;

import io.grpc.BindableService;
import io.grpc.ServerServiceDefinition;
import io.quarkus.grpc.GrpcService;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;

/** What this process serves of the admin API. */
@Singleton
public final class AdminServices {
    private final List<ServerServiceDefinition> definitions;
    private final Routes routes;

    AdminServices(@GrpcService Instance<BindableService> all) {
        definitions = all.stream()
                .map(BindableService::bindService)
                .filter(AdminServices::isAdmin)
                .toList();
        routes = Routes.of(definitions);
    }

    private static boolean isAdmin(ServerServiceDefinition service) {
        var name = service.getServiceDescriptor().getName();
        return name.startsWith("vesper.admin.") || name.startsWith("vesper.system.");
    }

    List<ServerServiceDefinition> definitions() {
        return definitions;
    }

    public Routes routes() {
        return routes;
    }
}
