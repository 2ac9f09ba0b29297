package dev.vesper.projection.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Everything that can be set of projection-service, beside Quarkus' own keys. */
@ConfigMapping(prefix = "vesper")
public interface ProjectionConfig {
    Postgres postgres();

    Migrate migrate();

    Log log();

    Internal internal();

    Kafka kafka();

    Eventstore eventstore();

    Projection projection();

    /** The database of the views. */
    interface Postgres {
        /** Where it is, as {@code postgresql://user:password@host:port/database}. */
        String url();

        /** How many connections one pod keeps at most; each view's writer needs one. */
        @WithDefault("24")
        int connections();
    }

    /** The tables of the views. */
    interface Migrate {
        /** Whether the service brings them up to date as it starts; off where a job of its own does. */
        @WithDefault("true")
        boolean atStart();

        /** Whether the service ends once they are up to date: what that job does. */
        @WithDefault("false")
        boolean only();
    }

    /** What the service says about itself on its standard output. */
    interface Log {
        /** JSON for machines, else lines for people. */
        @WithDefault("true")
        boolean json();
    }

    /** Calls between our own services. */
    interface Internal {
        /** What every internal call must carry; the same for all services, at least 16 characters. */
        String credential();
    }

    /** Where committed events come from. */
    interface Kafka {
        /** The brokers, as {@code host:port} joined by commas. */
        @WithDefault("localhost:8086")
        String bootstrap();

        /** The topic of all events. */
        @WithDefault("vesper.events")
        String topic();

        /** After so long without a sign of life, another pod goes on with a pod's partitions. */
        @WithDefault("10s")
        Duration sessionTimeout();

        /** The longest wait for an answer of the brokers. */
        @WithDefault("8s")
        Duration requestTimeout();
    }

    /** The service that keeps the log. */
    interface Eventstore {
        /** Where it is, as {@code host:port}. */
        @WithDefault("localhost:8081")
        String address();
    }

    /** How views are kept and queried. */
    interface Projection {
        /** The longest that a query waits until its views are past its consistency token. */
        @WithDefault("2s")
        Duration consistencyWait();

        /** How often a waiting query looks where the views of other pods stand. */
        @WithDefault("10ms")
        Duration consistencyPoll();

        /** A reader of the topic that does not come back for so long has its partitions taken over by another pod. */
        @WithDefault("30s")
        Duration longestTurn();

        /** The most events that one transaction applies. */
        @WithDefault("500")
        int batchLimit();

        /** How long a checkpoint may lag behind when nothing that the view shows has changed. */
        @WithDefault("200ms")
        Duration checkpointInterval();

        /** How long it may when there was no event at all, and only the log's position went on. */
        @WithDefault("2s")
        Duration watermarkInterval();

        /** The longest that one statement or transaction may take. */
        @WithDefault("2s")
        Duration transactionTimeout();

        /** The longest wait for an answer of eventstore-service. */
        @WithDefault("10s")
        Duration logTimeout();

        /** The largest answer of eventstore-service. */
        @WithDefault("16M")
        MemorySize logMessageLimit();

        Rebuild rebuild();

        /** The first pause after the database, Kafka or the log failed; it doubles with every failure. */
        @WithDefault("100ms")
        Duration minBackoff();

        /** The longest such pause. */
        @WithDefault("5s")
        Duration maxBackoff();

        /** The first pause before a parked aggregate is tried again; it doubles with every failure. */
        @WithDefault("1s")
        Duration minParkedRetry();

        /** The longest such pause. */
        @WithDefault("5m")
        Duration maxParkedRetry();
    }

    /** How views are built anew beside those that are read. */
    interface Rebuild {
        /** How often a pod looks for rebuilds to join, to swap or to clean up. */
        @WithDefault("1s")
        Duration poll();

        /** The longest that a swap keeps a view from taking in events. */
        @WithDefault("800ms")
        Duration swapWait();

        /** The longest that a swap lets queries wait; one that needs longer is tried again at the next look. */
        @WithDefault("300ms")
        Duration lockTimeout();

        /** How long tables are kept after a rebuild replaced them, or after the last pod of a version before has gone. */
        @WithDefault("1h")
        Duration grace();
    }
}
