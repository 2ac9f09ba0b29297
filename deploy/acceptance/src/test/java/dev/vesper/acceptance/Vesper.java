package dev.vesper.acceptance;

import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.vesper.local.LocalStack;
import dev.vesper.local.Ports;
import dev.vesper.local.Service;
import dev.vesper.local.StackOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** The whole system for the tests of this module, with those who use it: an admin, people, and relying parties. */
final class Vesper implements AutoCloseable {
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("VESPER_INTERNAL_CREDENTIAL", Internal.CREDENTIAL),
            Map.entry("VESPER_INTERNAL_RAW_WRITERS", "notifier," + Internal.SERVICE),
            Map.entry("VESPER_LOG_JSON", "true"),
            // Only traces that a test begins are collected.
            Map.entry("QUARKUS_OTEL_SDK_DISABLED", "false"),
            Map.entry("QUARKUS_OTEL_TRACES_SAMPLER_ARG", "0"),
            Map.entry("QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            Map.entry("QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "500ms"),
            // Else most apps of these tests, which join a session just before its end, would be told twice by design.
            Map.entry("VESPER_NOTIFICATIONS_REPEAT_IF_JOINED_WITHIN", "0s"),
            // What a dead worker held is taken over when its lease has run out; a minute of it would be most of a test.
            Map.entry("VESPER_HTTP_TIMEOUT", "3s"),
            Map.entry("VESPER_NOTIFICATIONS_TRANSACTION_DURATION", "6s"),
            Map.entry("VESPER_OIDC_SESSION_MANAGEMENT_ENABLED", "true"),
            Map.entry("VESPER_PASSWORDS_MEMORY_KIB", "64"),
            Map.entry("VESPER_PASSWORDS_ITERATIONS", "1"));

    private final LocalStack stack;
    private final Receiver receiver;
    private final Admin admin;
    private final String project;
    private final OIDCProviderMetadata provider;
    private final String instanceId;

    private Vesper(LocalStack stack, Receiver receiver) {
        this.stack = stack;
        this.receiver = receiver;
        this.admin = new Admin(stack.addresses().admin(), stack.adminToken());
        this.project = admin.createProject();
        this.provider = RelyingParty.discover(stack.addresses().issuer());
        this.instanceId = topic().since(Topic.Mark.START).getFirst().instanceId();
    }

    static Vesper start() {
        var receiver = Receiver.start();
        var data = Path.of("target", "stack");
        delete(data);
        var options = StackOptions.of(Path.of(System.getProperty("vesper.home", "../..")), data)
                .withPorts(Ports.free(new Random()))
                .withDemo(true)
                .with("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", receiver.origin().toString())
                // Its next process takes its partitions back at once, also after a kill.
                .with(Service.NOTIFIER, "VESPER_KAFKA_GROUP_INSTANCE_ID", "notifier");
        for (var setting : SETTINGS.entrySet()) {
            options = options.with(setting.getKey(), setting.getValue());
        }
        var stack = LocalStack.start(options);
        try {
            return new Vesper(stack, receiver);
        } catch (RuntimeException | Error e) {
            stack.close();
            throw e;
        }
    }

    LocalStack stack() {
        return stack;
    }

    Admin admin() {
        return admin;
    }

    Topic topic() {
        return new Topic(stack.kafkaBootstrap());
    }

    String instanceId() {
        return instanceId;
    }

    /** A person with an account of their own and a fresh browser. */
    Person person() {
        return new Person(stack.addresses().issuer(), admin.createUser());
    }

    /** A newly registered app, of the same project as all others. */
    RelyingParty relyingParty() {
        return new RelyingParty(provider, admin.createApp(project, receiver));
    }

    /** One that wants to be told by a frame in the browser that signs out. */
    RelyingParty relyingPartyWithFrame() {
        return new RelyingParty(provider, admin.createAppWithFrame(project, receiver));
    }

    /** The web server of the relying parties. */
    Receiver receiver() {
        return receiver;
    }

    List<RelyingParty> relyingParties(int count) {
        return Stream.generate(this::relyingParty).limit(count).toList();
    }

    Internal internal(Service service) {
        return new Internal(Internal.SERVICE, stack.addresses().grpc(service));
    }

    /** Some commands are for oidc-service alone. */
    Internal asOidcService() {
        return new Internal("oidc", stack.addresses().grpc(Service.EVENTSTORE));
    }

    Collector traces() {
        return receiver.collector();
    }

    /** @param name {@code live}, {@code ready} or {@code started} */
    URI probe(Service service, String name) {
        return stack.addresses().management(service).resolve("/q/health/" + name);
    }

    /** Starts again what an earlier test left dead. */
    void heal() {
        for (var service : Service.values()) {
            if (!stack.isAlive(service)) {
                stack.restart(service, Map.of());
            }
        }
    }

    @Override
    public void close() {
        stack.close();
        receiver.close();
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
