package dev.vesper.kubernetes;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vesper.reference.ConfigKey;
import dev.vesper.reference.ConfigReference;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The base renders, every object fits the Kubernetes model, and every variable is a key that its service knows. */
final class ManifestsTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of("QUARKUS_HTTP_PORT", "QUARKUS_MANAGEMENT_PORT");

    private static List<JsonObject> objects = List.of();

    @BeforeAll
    static void render() throws IOException, InterruptedException {
        objects = Stream.of(Kustomize.render(Path.of("base")), Kustomize.render(Path.of("repair")))
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void everyObjectFitsTheKubernetesModel() throws IOException {
        assertThat(objects).hasSizeGreaterThan(8);
        for (JsonObject object : objects) {
            fitsItsModel(object);
        }
    }

    @Test
    void theModelCheckCatchesAMisspeltField() {
        JsonElement misspelt = JsonParser.parseString("""
                {"apiVersion": "apps/v1", "kind": "Deployment", "spec": {"replicaz": 1,
                 "selector": {}, "template": {}}}""");
        assertThatThrownBy(() -> fitsItsModel(misspelt.getAsJsonObject())).hasMessageContaining("replicaz");
    }

    @Test
    void everyVariableIsAKeyOfItsService() {
        assertThat(containers()).isNotEmpty().allSatisfy(container -> {
            String name = container.get("name").getAsString();
            String service = name.startsWith("migrate-") || name.startsWith("repair-")
                    ? container.get("image").getAsString().replace("vesper/", "")
                    : name;
            assertThat(variables(service)).as(service).containsAll(ownVariables(container));
        });
    }

    @Test
    void everySharedVariableIsAKeyOfSomeService() {
        Set<String> known = ConfigReference.keys(ROOT).stream()
                .map(ConfigKey::environmentVariable)
                .collect(toSet());
        Set<String> shared = new HashSet<>(ofKind("ConfigMap")
                .findFirst()
                .orElseThrow()
                .getAsJsonObject("data")
                .keySet());
        shared.removeAll(NOT_OURS);
        assertThat(known).containsAll(shared);
    }

    @Test
    void theNotifierStandsInThreeRoles() {
        Map<String, List<String>> roles = Map.of(
                "vesper-notifier-handlers", List.of("1", "0", "0"),
                "vesper-notifier-workers", List.of("0", "4", "0"),
                "vesper-notifier-retry-workers", List.of("0", "0", "2"));
        roles.forEach((name, counts) -> {
            JsonObject container = ofKind("Deployment")
                    .filter(deployment -> name(deployment).equals(name))
                    .flatMap(ManifestsTest::containers)
                    .findFirst()
                    .orElseThrow();
            assertThat(Stream.of("HANDLERS", "WORKERS", "RETRY_WORKERS")
                            .map(role -> value(container, "VESPER_NOTIFICATIONS_" + role)))
                    .as(name)
                    .isEqualTo(counts);
        });
    }

    @Test
    void noPodRunsAsRoot() {
        assertThat(podSpecs()).isNotEmpty().allSatisfy(pod -> {
            assertThat(pod.getAsJsonObject("securityContext")
                            .get("runAsNonRoot")
                            .getAsBoolean())
                    .isTrue();
            assertThat(containers(pod))
                    .allSatisfy(container -> assertThat(container
                                    .getAsJsonObject("securityContext")
                                    .get("allowPrivilegeEscalation")
                                    .getAsBoolean())
                            .isFalse());
        });
    }

    @Test
    void everyServingContainerHasItsThreeProbes() {
        assertThat(ofKind("Deployment").flatMap(ManifestsTest::containers))
                .allSatisfy(container ->
                        assertThat(container.keySet()).contains("startupProbe", "livenessProbe", "readinessProbe"));
    }

    private static void fitsItsModel(JsonObject object) throws IOException {
        switch (object.get("kind").getAsString()) {
            case "ConfigMap" -> V1ConfigMap.validateJsonElement(object);
            case "Deployment" -> V1Deployment.validateJsonElement(object);
            case "Job" -> V1Job.validateJsonElement(object);
            case "Service" -> V1Service.validateJsonElement(object);
            default -> throw new AssertionError("no model is known for " + object.get("kind"));
        }
    }

    private static Set<String> variables(String service) {
        return ConfigReference.keys(ROOT).stream()
                .filter(key -> key.service().equals(service))
                .map(ConfigKey::environmentVariable)
                .collect(toSet());
    }

    private static List<String> ownVariables(JsonObject container) {
        return elements(container, "env").map(ManifestsTest::name).toList();
    }

    private static String value(JsonObject container, String variable) {
        return elements(container, "env")
                .filter(entry -> name(entry).equals(variable))
                .map(entry -> entry.get("value").getAsString())
                .findFirst()
                .orElse("unset");
    }

    private static Stream<JsonObject> ofKind(String kind) {
        return objects.stream()
                .filter(object -> object.get("kind").getAsString().equals(kind));
    }

    private static Stream<JsonObject> podSpecs() {
        return objects.stream()
                .filter(object ->
                        Set.of("Deployment", "Job").contains(object.get("kind").getAsString()))
                .map(ManifestsTest::podSpec);
    }

    private static JsonObject podSpec(JsonObject workload) {
        return workload.getAsJsonObject("spec").getAsJsonObject("template").getAsJsonObject("spec");
    }

    private static Stream<JsonObject> containers() {
        return podSpecs().flatMap(ManifestsTest::containersOfPod);
    }

    private static Stream<JsonObject> containers(JsonObject workloadOrPod) {
        return containersOfPod(workloadOrPod.has("kind") ? podSpec(workloadOrPod) : workloadOrPod);
    }

    private static Stream<JsonObject> containersOfPod(JsonObject pod) {
        return Stream.concat(elements(pod, "initContainers"), elements(pod, "containers"));
    }

    private static Stream<JsonObject> elements(JsonObject parent, String array) {
        return parent.has(array)
                ? StreamSupport.stream(parent.getAsJsonArray(array).spliterator(), false)
                        .map(JsonElement::getAsJsonObject)
                : Stream.empty();
    }

    private static String name(JsonObject object) {
        return object.has("metadata")
                ? object.getAsJsonObject("metadata").get("name").getAsString()
                : object.get("name").getAsString();
    }
}
