package dev.vesper.oidc.cache;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** Shows whether this pod hears of every change; while it does not, each question goes to the services behind. */
@Singleton
final class CacheMetrics implements MeterBinder {
    private final Trust trust;

    CacheMetrics(Trust trust) {
        this.trust = trust;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("vesper.oidc.cache.trusted", trust, known -> known.epoch().isPresent() ? 1 : 0)
                .description("1 while every partition gave a sign of life within the last moments")
                .register(registry);
    }
}
