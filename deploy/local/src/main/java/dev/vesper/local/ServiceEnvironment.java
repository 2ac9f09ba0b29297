package dev.vesper.local;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The environment of each service process. */
final class ServiceEnvironment {
    private static final String MASTER_KEY = "VESPER_KEYS_MASTER_KEY";

    private final StackOptions options;
    private final Addresses addresses;
    private final Secrets secrets;
    private final BackingAddresses backing;

    ServiceEnvironment(StackOptions options, Secrets secrets, BackingAddresses backing) {
        this.options = options;
        this.addresses = new Addresses(options.ports(), options.externalUrl());
        this.secrets = secrets;
        this.backing = backing;
    }

    /**
     * What the service gets: the launcher's own environment, then ours, then what the caller wants otherwise.
     *
     * @param inherited the launcher's environment, whose {@code VESPER_*} variables are the person's settings
     * @param extra of this start only
     */
    Map<String, String> of(Service service, Map<String, String> inherited, Map<String, String> extra) {
        var all = new HashMap<>(defaults());
        all.putAll(inherited);
        all.putAll(fixed(service));
        all.putAll(options.environment());
        all.putAll(options.ofService().getOrDefault(service, Map.of()));
        all.putAll(extra);
        // Ours for people; the service knows it by the name of its key.
        all.remove("VESPER_MASTER_KEY");
        if (service != Service.EVENTSTORE) {
            // The others get single keys from eventstore-service, which alone may unwrap them.
            all.remove(MASTER_KEY);
        }
        return new TreeMap<>(all);
    }

    /** What a person may set otherwise in the environment. */
    private Map<String, String> defaults() {
        return Map.of(
                "VESPER_LOG_JSON", "false",
                "VESPER_HTTP_EGRESS_ALLOW", "loopback",
                "VESPER_MIGRATE_AT_START", "true",
                "VESPER_OIDC_EXTERNAL_URLS", addresses.issuer());
    }

    /** What makes the parts of this stack find each other. */
    private Map<String, String> fixed(Service service) {
        var fixed = new HashMap<String, String>();
        fixed.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        fixed.put("QUARKUS_HTTP_PORT", Integer.toString(options.ports().of(service)));
        fixed.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        fixed.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(options.ports().management(service)));
        fixed.put("VESPER_POSTGRES_URL", backing.postgresUrl());
        fixed.put("VESPER_KAFKA_BOOTSTRAP", backing.kafkaBootstrap());
        fixed.put("VESPER_EVENTSTORE_ADDRESS", addresses.grpc(Service.EVENTSTORE));
        fixed.put("VESPER_PROJECTION_ADDRESS", addresses.grpc(Service.PROJECTION));
        fixed.put("VESPER_SETUP_DATA_DIR", options.data().toString());
        fixed.put("VESPER_INTERNAL_CREDENTIAL", secrets.internalCredential());
        fixed.put(MASTER_KEY, secrets.masterKey());
        options.externalUrl().ifPresent(url -> fixed.put("VESPER_OIDC_EXTERNAL_URLS", url));
        return fixed;
    }
}
