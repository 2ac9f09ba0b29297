package dev.vesper.eventstore.gateway.auth;

import dev.vesper.eventstore.write.AdminCaller;
import io.grpc.MethodDescriptor;
import jakarta.inject.Singleton;

/**
 * Who may call what. Today every personal access token may call every method of its instance and of the system; only
 * admins have one. Roles are to be told apart here and nowhere else.
 */
@Singleton
final class Permissions {
    private static final String ADMIN = "vesper.admin.";
    private static final String SYSTEM = "vesper.system.";

    /** Whether a method is part of the admin API at all. */
    boolean guards(MethodDescriptor<?, ?> method) {
        var name = method.getFullMethodName();
        return name.startsWith(ADMIN) || name.startsWith(SYSTEM);
    }

    boolean allows(AdminCaller caller, MethodDescriptor<?, ?> method) {
        return guards(method) && !caller.userId().isEmpty();
    }
}
