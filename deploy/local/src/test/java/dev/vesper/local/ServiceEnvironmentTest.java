package dev.vesper.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceEnvironmentTest {
    private static final StackOptions OPTIONS = StackOptions.of(Path.of("/home"), Path.of("/data"));

    @Test
    void aServiceIsToldWhereToListenAndWhereTheOthersAre() {
        assertThat(of(OPTIONS, Service.OIDC, Map.of()))
                .containsEntry("QUARKUS_HTTP_PORT", "8080")
                .containsEntry("QUARKUS_MANAGEMENT_PORT", "8090")
                .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
                .containsEntry("VESPER_EVENTSTORE_ADDRESS", "127.0.0.1:8081")
                .containsEntry("VESPER_PROJECTION_ADDRESS", "127.0.0.1:8082")
                .containsEntry("VESPER_POSTGRES_URL", "postgresql://u:p@127.0.0.1:8085/vesper")
                .containsEntry("VESPER_KAFKA_BOOTSTRAP", "127.0.0.1:8086")
                .containsEntry("VESPER_OIDC_EXTERNAL_URLS", "http://localhost:8080")
                .containsEntry("VESPER_INTERNAL_CREDENTIAL", "internal")
                .containsEntry("VESPER_SETUP_DATA_DIR", "/data");
    }

    @Test
    void whatThePersonSetInTheEnvironmentReachesEveryServiceAndGoesBeforeDefaults() {
        var inherited = Map.of(
                "VESPER_NOTIFICATIONS_MAX_ATTEMPTS", "5",
                "VESPER_HTTP_EGRESS_ALLOW", "10.0.0.0/8",
                "VESPER_LOG_JSON", "true",
                "PATH", "/bin");

        for (var service : Service.values()) {
            assertThat(of(OPTIONS, service, inherited)).containsAllEntriesOf(inherited);
        }
    }

    @Test
    void onlyEventstoreServiceGetsTheMasterKey() {
        for (var service : Service.values()) {
            var environment = of(OPTIONS, service, Map.of("VESPER_MASTER_KEY", "master"));
            assertThat(environment.containsKey("VESPER_KEYS_MASTER_KEY")).isEqualTo(service == Service.EVENTSTORE);
            assertThat(environment.containsValue("master")).isEqualTo(service == Service.EVENTSTORE);
        }
    }

    @Test
    void theExternalUrlBecomesTheIssuerEvenWhereTheEnvironmentSaysOtherwise() {
        var options = OPTIONS.withExternalUrl(Optional.of("https://id.example.com"));

        assertThat(of(options, Service.OIDC, Map.of("VESPER_OIDC_EXTERNAL_URLS", "http://old")))
                .containsEntry("VESPER_OIDC_EXTERNAL_URLS", "https://id.example.com");
    }

    @Test
    void oneServiceAndOneStartMayHaveVariablesOfTheirOwn() {
        var options =
                OPTIONS.with("A", "all").with(Service.NOTIFIER, "A", "notifier").with(Service.NOTIFIER, "B", "b");

        assertThat(of(options, Service.OIDC, Map.of("A", "inherited"))).containsEntry("A", "all");
        assertThat(of(options, Service.NOTIFIER, Map.of()))
                .containsEntry("A", "notifier")
                .containsEntry("B", "b");
        assertThat(environment(options).of(Service.NOTIFIER, Map.of(), Map.of("A", "this start")))
                .containsEntry("A", "this start");
    }

    private static Map<String, String> of(StackOptions options, Service service, Map<String, String> inherited) {
        return environment(options).of(service, inherited, Map.of());
    }

    private static ServiceEnvironment environment(StackOptions options) {
        return new ServiceEnvironment(
                options,
                new Secrets("internal", "master"),
                new BackingAddresses("postgresql://u:p@127.0.0.1:8085/vesper", "127.0.0.1:8086"));
    }
}
