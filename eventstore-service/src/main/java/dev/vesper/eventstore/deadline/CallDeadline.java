package dev.vesper.eventstore.deadline;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.enterprise.inject.spi.Prioritized;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps the caller's deadline for the handler, because the server on Quarkus' HTTP port leaves it in the headers. */
@GlobalInterceptor
@Singleton
public final class CallDeadline implements ServerInterceptor, Prioritized {
    private static final int INSIDE_AUTHENTICATION = 800;
    private static final int LONGEST_NUMBER = 8;

    private static final Context.Key<Deadline> CURRENT = Context.key("vesper-call-deadline");
    private static final Metadata.Key<String> TIMEOUT =
            Metadata.Key.of("grpc-timeout", Metadata.ASCII_STRING_MARSHALLER);

    private static final Map<Character, TimeUnit> UNITS = Map.of(
            'H', TimeUnit.HOURS,
            'M', TimeUnit.MINUTES,
            'S', TimeUnit.SECONDS,
            'm', TimeUnit.MILLISECONDS,
            'u', TimeUnit.MICROSECONDS,
            'n', TimeUnit.NANOSECONDS);

    /** Not above zero once the caller has given up; empty where it named no deadline, or where no call is being answered. */
    public static Optional<Duration> remaining() {
        Deadline deadline = CURRENT.get();
        return deadline == null
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS)));
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Deadline deadline = deadline(headers.get(TIMEOUT));
        return deadline == null
                ? next.startCall(call, headers)
                : Contexts.interceptCall(Context.current().withValue(CURRENT, deadline), call, headers, next);
    }

    @Override
    public int getPriority() {
        return INSIDE_AUTHENTICATION;
    }

    /** As the gRPC protocol has it: up to eight digits and a unit. What is neither counts as none. */
    static @Nullable Deadline deadline(@Nullable String timeout) {
        if (timeout == null || timeout.length() < 2 || timeout.length() > LONGEST_NUMBER + 1) {
            return null;
        }
        TimeUnit unit = UNITS.get(timeout.charAt(timeout.length() - 1));
        String digits = timeout.substring(0, timeout.length() - 1);
        return unit == null || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? null
                : Deadline.after(Long.parseLong(digits), unit);
    }
}
