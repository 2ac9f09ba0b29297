package dev.vesper.eventstore.api.eventlog;

import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.internal.InternalCredentials;
import dev.vesper.internal.InternalServerInterceptor;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Guards every internal service of this process, not only this one. */
final class OnlyWithCredential {
    private OnlyWithCredential() {}

    @Produces
    @Singleton
    @GlobalInterceptor
    static InternalServerInterceptor interceptor(EventstoreConfig config) {
        return new InternalServerInterceptor(
                new InternalCredentials(config.internal().credential()));
    }
}
