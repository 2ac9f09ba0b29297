package dev.vesper.notifier.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All that notifier-service can be told. */
@ConfigMapping(prefix = "vesper")
public interface NotifierConfig {
    /** What is sent, by how many workers, and how often. */
    NotificationsConfig notifications();

    /** Calls to third parties. */
    Http http();

    /** How the services recognise each other. */
    Internal internal();

    /** Where eventstore-service answers. */
    Eventstore eventstore();

    /** Where projection-service answers. */
    Projection projection();

    /** The topic of events. */
    Kafka kafka();

    /** The database. */
    Postgres postgres();

    /** The tables of the notifier. */
    Migrate migrate();

    /** What the service says about itself on its standard output. */
    Log log();

    /** For tests alone. */
    Test test();

    interface Http {
        /** PEM file with certificate authorities that outgoing calls trust beside the platform's. */
        Optional<String> trustCa();

        /** Hosts, addresses and ranges ({@code loopback} is one) that may be called although they are denied by default. */
        Optional<List<String>> egressAllow();

        /** Hosts, addresses and ranges that may never be called, whatever is allowed. */
        Optional<List<String>> egressDeny();

        /** The longest wait for a connection, name lookup and TLS included. */
        @WithDefault("2s")
        Duration connectTimeout();

        /** The longest that one call may take in all. */
        @WithDefault("5s")
        Duration timeout();

        /** How long an idle connection is kept for the next call. */
        @WithDefault("4s")
        Duration keepAlive();

        /** How much of an answer is read, in bytes. */
        @WithDefault("16384")
        int maxResponseBytes();
    }

    interface Internal {
        /** What internal gRPC calls carry; the same for all services, at least 16 characters. */
        String credential();

        /** The longest that one internal call may take before it is asked again. */
        @WithDefault("3s")
        Duration callTimeout();

        /** How long a request for notifications is repeated to a log that does not answer, before it is left for later. */
        @WithDefault("10s")
        Duration retryFor();
    }

    interface Eventstore {
        /** Host and port. */
        @WithDefault("127.0.0.1:8081")
        String address();
    }

    interface Projection {
        /** Host and port. */
        @WithDefault("127.0.0.1:8082")
        String address();
    }

    interface Kafka {
        /** Host and port of one or more brokers. */
        @WithDefault("127.0.0.1:8086")
        String bootstrap();

        /** The topic of events. */
        @WithDefault("vesper.events")
        String topic();

        /** A name of this process that outlives its restart, so that it gets its partitions back at once; unique per process. */
        Optional<String> groupInstanceId();
    }

    interface Postgres {
        /** {@code postgresql://user:password@host:port/database}. */
        String url();

        /** How many connections one process keeps at most, beside those of migrations. */
        @WithDefault("16")
        int connections();

        /** The longest wait for a connection or an answer. */
        @WithDefault("5s")
        Duration timeout();
    }

    interface Migrate {
        /** Whether the service brings them up to date as it starts; off where a job of its own does. */
        @WithDefault("true")
        boolean atStart();

        /** Whether the process ends after that, as a job does. */
        @WithDefault("false")
        boolean only();
    }

    interface Log {
        /** JSON for machines, else lines for people. */
        @WithDefault("true")
        boolean json();
    }

    interface Test {
        /** The name of a point at which the process halts the first time it gets there. */
        Optional<String> killAt();
    }
}
