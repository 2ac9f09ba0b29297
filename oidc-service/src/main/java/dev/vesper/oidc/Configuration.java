package dev.vesper.oidc;

import dev.vesper.config.AtLeast;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All that can be set for the OpenID Connect service. */
@ConfigMapping(prefix = "vesper")
public interface Configuration {
    /** How the services recognise and reach each other. */
    Internal internal();

    Oidc oidc();

    Kafka kafka();

    Log log();

    /** The write side. */
    Service eventstore();

    /** The read side. */
    Service projection();

    interface Internal {
        /** The secret that internal gRPC calls must carry, the same for all services. */
        String credential();

        /** How long one internal call may take. */
        @WithDefault("5s")
        Duration callTimeout();
    }

    interface Service {
        /** Host and port of its gRPC server. */
        String address();
    }

    interface Log {
        /** JSON for machines, or lines for people. */
        @WithDefault("true")
        boolean json();
    }

    interface Kafka {
        /** Addresses of the brokers. */
        @WithDefault("127.0.0.1:8086")
        String bootstrap();

        /** The topic of all events. */
        @WithDefault("vesper.events")
        String topic();

        /** Number of partitions of the topic, for its life. */
        @WithDefault("12")
        int partitions();
    }

    interface Oidc {
        /**
         * Public origins of an instance, for example {@code https://id.example.com}. A request to the host and port of one
         * of them has it as its issuer.
         */
        Optional<List<URI>> externalUrls();

        /** Addresses or ranges of proxies whose {@code Forwarded} and {@code X-Forwarded-*} headers count. */
        Optional<List<String>> trustedProxies();

        /** How long a form may stay open before it must be loaded again. */
        @WithDefault("1h")
        Duration formLifetime();

        /** How long a browser keeps the user-agent cookie. */
        @WithDefault("365d")
        Duration userAgentCookieLifetime();

        /** Most sessions of one browser that are looked at. */
        @WithDefault("20")
        int maxSessionsPerUserAgent();

        /** Most sessions of one person that their own page shows. */
        @WithDefault("100")
        @AtLeast(1)
        int maxSessionsPerPerson();

        EndSession endSession();

        SessionManagement sessionManagement();

        Signing signing();

        Cache cache();
    }

    interface SessionManagement {
        /**
         * Whether apps may watch the browser's state by OpenID Connect Session Management 1.0. Browsers that keep third-party cookies from
         * frames break it, so that apps take each person there for signed out.
         */
        @WithDefault("false")
        boolean enabled();
    }

    interface EndSession {
        /**
         * How long a sign-out may wait for the apps to be told before it goes on to the app that it came from; 0s: not at all. An app
         * that is down costs each sign-out all of it.
         */
        @WithDefault("0s")
        @AtLeast(0)
        Duration maxWait();

        /** How long the page after a sign-out waits for the frames of apps with front-channel logout before it goes on. */
        @WithDefault("2500ms")
        Duration frontChannelTimeout();

        /** How often the page after a sign-out looks what the apps know. */
        @WithDefault("500ms")
        Duration statusInterval();

        /** How long it looks before the browser must ask again. */
        @WithDefault("1m")
        Duration statusTimeout();

        /** Most pages that a pod lets look at the same time; more are refused with 503. */
        @WithDefault("500")
        @AtLeast(0)
        int statusStreams();
    }

    interface Signing {
        /** Threads that sign tokens; 0: one per processor. */
        @WithDefault("0")
        @AtLeast(0)
        int threads();

        /** Tokens that may wait to be signed; more are refused with 503. */
        @WithDefault("1000")
        int queue();

        /** How long a token may wait for its signature. */
        @WithDefault("5s")
        Duration timeout();

        /** How long signing keys are used before they are asked for again. */
        @WithDefault("1m")
        Duration keyRefresh();

        /** How long relying parties may cache the published keys. */
        @WithDefault("5m")
        Duration jwksMaxAge();
    }

    interface Cache {
        /** Most token states that a pod remembers. */
        @WithDefault("100000")
        long tokens();

        /** Most clients that a pod remembers. */
        @WithDefault("10000")
        long clients();

        /** How long anything is remembered. */
        @WithDefault("1m")
        Duration lifetime();

        /** Most changes that a pod remembers to judge what it cached. */
        @WithDefault("200000")
        long changes();

        /** Without a sign of life on any partition for this long, nothing cached is trusted. */
        @WithDefault("2s")
        Duration trustWithoutWatermark();
    }
}
