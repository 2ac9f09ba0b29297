package dev.vesper.eventstore.gateway.auth;

import dev.vesper.eventstore.write.AdminCaller;
import io.grpc.Context;
import org.jspecify.annotations.Nullable;

/** The caller of the admin call that this thread serves. */
public final class CurrentAdmin {
    private static final Context.Key<Visit> VISIT = Context.key("vesper-admin-visit");
    private static final Context.Key<Runnable> AGAIN = Context.key("vesper-admin-again");

    private CurrentAdmin() {}

    static Context in(Context context, Visit visit, Runnable again) {
        return context.withValues(VISIT, visit, AGAIN, again);
    }

    public static AdminCaller get() {
        return present(VISIT.get()).caller();
    }

    /** How far they reach with the permission of the method that they call. */
    public static Reach reach() {
        return present(VISIT.get()).reach();
    }

    /**
     * For calls that go on: looks again whether the token is good and the caller allowed.
     *
     * @throws io.grpc.StatusRuntimeException UNAUTHENTICATED or PERMISSION_DENIED
     */
    public static void checkAgain() {
        present(AGAIN.get()).run();
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("no admin call is being served, or its service is not of vesper.admin");
        }
        return value;
    }

    /** One call of somebody. In which organisation they act is known when the request is here. */
    static final class Visit {
        private final Reach reach;
        private volatile AdminCaller caller;

        Visit(AdminCaller caller, Reach reach) {
            this.caller = caller;
            this.reach = reach;
        }

        AdminCaller caller() {
            return caller;
        }

        Reach reach() {
            return reach;
        }

        void actAs(AdminCaller within) {
            caller = within;
        }
    }
}
