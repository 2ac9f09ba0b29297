package dev.vesper.eventstore.gateway.auth;

import dev.vesper.eventstore.write.AdminCaller;
import io.grpc.Context;

/** The caller of the admin call that this thread serves. */
public final class CurrentAdmin {
    static final Context.Key<AdminCaller> KEY = Context.key("vesper-admin-caller");

    private CurrentAdmin() {}

    public static AdminCaller get() {
        var caller = KEY.get();
        if (caller == null) {
            throw new IllegalStateException("no admin call is being served, or its service is not of vesper.admin");
        }
        return caller;
    }
}
