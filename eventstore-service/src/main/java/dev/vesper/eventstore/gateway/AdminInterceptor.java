package dev.vesper.eventstore.gateway;

import io.grpc.ServerInterceptor;
import jakarta.enterprise.inject.spi.Prioritized;

/**
 * One step that every call of the admin API goes through, over gRPC and REST alike. Bring it as a {@code @GlobalInterceptor}
 * and {@code @Singleton} bean; nothing else has to name it. Higher priorities are further out.
 */
public interface AdminInterceptor extends ServerInterceptor, Prioritized {
    int FAILURES = 1000;
    int LIMITS = 950;
    int AUTHENTICATION = 900;
    int CONSISTENCY = 800;
    int TEXT = 700;
    int MASKS = 650;
    int PAGES = 600;
    int REQUESTS = 500;
    int STREAMS = 400;
}
