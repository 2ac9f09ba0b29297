package dev.vesper.eventstore.config;

import dev.vesper.config.AtLeast;
import dev.vesper.eventstore.automation.AutomationSettings;
import dev.vesper.eventstore.crypto.KeySettings;
import dev.vesper.eventstore.crypto.PasswordSettings;
import dev.vesper.eventstore.log.LogConfig;
import dev.vesper.eventstore.olddata.OldDataSettings;
import dev.vesper.eventstore.relay.RelayConfig;
import dev.vesper.eventstore.repair.RepairConfig;
import dev.vesper.eventstore.retention.RetentionSettings;
import dev.vesper.eventstore.setup.SetupSettings;
import dev.vesper.eventstore.write.TokenSettings;
import dev.vesper.eventstore.write.WriteSettings;
import dev.vesper.eventstore.write.session.SessionSettings;
import dev.vesper.eventstore.write.user.human.CodeSettings;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that can be set of eventstore-service, beside Quarkus' own keys. */
@ConfigMapping(prefix = "vesper")
public interface EventstoreConfig {
    Postgres postgres();

    Migrate migrate();

    Log log();

    /** Writing and reading the log of events. */
    LogConfig eventLog();

    /** The way from the log to Kafka. */
    RelayConfig relay();

    Kafka kafka();

    Test test();

    /** Key material. */
    KeySettings keys();

    /** How passwords are hashed. */
    PasswordSettings passwords();

    /** How commands run. */
    WriteSettings write();

    /** What leads to tokens. */
    TokenSettings tokens();

    /** Codes that people bring back. */
    CodeSettings codes();

    /** How long people stay signed in. */
    SessionSettings session();

    /** Reactions of the write side to its own events. */
    AutomationSettings automation();

    /** What is finished and old. */
    RetentionSettings retention();

    /** The first start. */
    SetupSettings setup();

    /** How the events of the system before are brought over. */
    OldDataSettings oldData();

    /** After a restore or a failover. */
    RepairConfig repair();

    Admin admin();

    Oidc oidc();

    Internal internal();

    Projection projection();

    Gateway gateway();

    SystemApi system();

    Health health();

    /** The database of the log. */
    interface Postgres {
        /** Where it is, as {@code postgresql://user:password@host:port/database}. */
        String url();

        /** How many connections one pod keeps at most, beside those of migrations. */
        @WithDefault("16")
        int connections();
    }

    /** The tables of the log. */
    interface Migrate {
        /** Whether the service brings them up to date as it starts; off where a job of its own does. */
        @WithDefault("true")
        boolean atStart();

        /** Whether the process ends after that, as a job does. */
        @WithDefault("false")
        boolean only();
    }

    /** What the service says about itself on its standard output. */
    interface Log {
        /** JSON for machines, else lines for people. */
        @WithDefault("true")
        boolean json();
    }

    /** For the acceptance tests alone. */
    interface Test {
        /** A named place at which the process dies as if by SIGKILL. */
        Optional<String> killAt();
    }

    /** The broker. */
    interface Kafka {
        /** Brokers to ask first, as {@code host:port} separated by commas. */
        @WithDefault("127.0.0.1:8086")
        String bootstrap();

        /** Topic of the committed events; made at the start where it is missing. */
        @WithDefault("vesper.events")
        String topic();

        /** Partitions of the topic; never changes in its life, because each event's partition is stored with it. */
        @WithDefault("12")
        int partitions();

        /** Copies of each record; 3 in production. */
        @WithDefault("1")
        short replicationFactor();

        /** Copies that must be written before a record counts; 2 of 3 in production. */
        @WithDefault("1")
        short minInsyncReplicas();
    }

    /** The admin that the first start makes. */
    interface Admin {
        /** Their password; without it a random one is written to the data directory. */
        Optional<String> password();
    }

    /** Where people and relying parties reach the provider. */
    interface Oidc {
        /** Public origins; their hosts become domains of the first instance. */
        Optional<List<URI>> externalUrls();
    }

    /** Calls between our own services. */
    interface Internal {
        /** What every internal call must carry; the same for all services, at least 16 characters. */
        String credential();

        /** Services that may push to the log directly, each only the aggregate types that it owns. */
        @WithDefault("notifier")
        Set<String> rawWriters();
    }

    /** The service that answers queries. */
    interface Projection {
        /** Where it is, as {@code host:port}. */
        @WithDefault("localhost:8082")
        String address();
    }

    /** What probes look at. */
    interface Health {
        /** How long the readiness probe waits for PostgreSQL; shorter than the probe's own patience. */
        @WithDefault("2s")
        Duration databaseTimeout();
    }

    /** The admin API. */
    interface Gateway {
        /** The longest that one call of the REST face may take. */
        @WithDefault("15s")
        Duration deadline();

        /** The longest that a read waits for projection-service. */
        @WithDefault("10s")
        Duration queryDeadline();

        /** The largest request body. */
        @WithDefault("1M")
        MemorySize maxBodySize();

        /** How deep objects and lists in a request body may nest. */
        @WithDefault("32")
        int maxJsonDepth();

        /** How many callers may watch events at once, on one pod. */
        @WithDefault("200")
        int watchers();

        /** How often somebody who watches hears from us though nothing happened, so that proxies keep the connection. */
        @WithDefault("15s")
        Duration heartbeat();

        /** How often the log is looked at for those who watch it. */
        @WithDefault("500ms")
        Duration watchInterval();

        /** For how long a write with a request id is answered again as it was the first time. */
        @WithDefault("24h")
        Duration requestsKept();

        TokenCache tokenCache();

        RateLimit rateLimit();
    }

    /** What is above all instances. */
    interface SystemApi {
        /** Who may call {@code /system/v1} with tokens that they sign themselves, by name. */
        Map<String, SystemUser> users();
    }

    /** Somebody who is not in the log. */
    interface SystemUser {
        /** Their public key as PEM: RSA of 2048 bits or more, or EC on P-256. */
        String publicKey();
    }

    /** How often one caller of the admin API may call one pod; more is answered 429. */
    interface RateLimit {
        /** Calls per second with one token; 0 for no limit. */
        @AtLeast(0)
        @WithDefault("500")
        int perToken();

        /** How many may come at once with one token. */
        @WithDefault("5000")
        int tokenBurst();

        /** Calls per second from one address, whatever their tokens; 0 for no limit. */
        @AtLeast(0)
        @WithDefault("1000")
        int perAddress();

        /** How many may come at once from one address. */
        @WithDefault("10000")
        int addressBurst();

        /** How many tokens, and how many addresses, are counted; whoever called least lately is forgotten. */
        @WithDefault("100000")
        long tracked();
    }

    /** Bearer tokens that were found good. */
    interface TokenCache {
        /** For how long a token that was found good is not looked up again; so long it outlives its removal at most. */
        @WithDefault("5s")
        Duration ttl();

        /** How many are kept. */
        @WithDefault("10000")
        long size();
    }
}
