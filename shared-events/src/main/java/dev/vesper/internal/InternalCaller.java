package dev.vesper.internal;

import io.grpc.Context;
import io.grpc.Metadata;

/** The service that makes an internal call: one of {@code eventstore}, {@code projection}, {@code notifier}, {@code oidc}. */
public record InternalCaller(String service) {
    /** Set for the length of an internal call that was let in. */
    public static final Context.Key<InternalCaller> CURRENT = Context.key("vesper-internal-caller");

    static final Metadata.Key<String> SERVICE = Metadata.Key.of("vesper-service", Metadata.ASCII_STRING_MARSHALLER);
    static final Metadata.Key<String> CREDENTIAL =
            Metadata.Key.of("vesper-credential", Metadata.ASCII_STRING_MARSHALLER);
}
