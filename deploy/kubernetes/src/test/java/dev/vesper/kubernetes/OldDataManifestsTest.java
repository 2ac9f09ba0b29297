package dev.vesper.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.vesper.reference.ConfigKey;
import dev.vesper.reference.ConfigReference;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1EnvVar;
import io.kubernetes.client.openapi.models.V1Job;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Jobs of the migration of old data: each is one Job that fits the Kubernetes model and calls the command as it is. */
final class OldDataManifestsTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @ParameterizedTest
    @CsvSource({
        "migrate, vesper-old-data, migrate-old-data",
        "verify, vesper-old-data-verify, migrate-old-data --verify",
        "rollback, vesper-old-data-rollback, migrate-old-data --rollback"
    })
    void eachFolderIsOneJob(String folder, String name, String words) throws Exception {
        V1Job job = job(folder);

        assertThat(job.getMetadata().getName()).isEqualTo(name);
        assertThat(container(job).getArgs()).containsExactly(words.split(" "));
        assertThat(container(job).getSecurityContext().getAllowPrivilegeEscalation())
                .isFalse();
        assertThat(job.getSpec().getTemplate().getSpec().getSecurityContext().getRunAsNonRoot())
                .isTrue();
    }

    @Test
    void whatTryingAgainCannotMendEndsTheJob() throws Exception {
        V1Job job = job("migrate");

        var rule = job.getSpec().getPodFailurePolicy().getRules().getFirst();
        assertThat(rule.getAction()).isEqualTo("FailJob");
        assertThat(rule.getOnExitCodes().getValues()).containsExactly(1, 2, 3);
        assertThat(job.getSpec().getTemplate().getSpec().getRestartPolicy()).isEqualTo("Never");
    }

    @Test
    void everyVariableIsAKeyOfTheService() throws Exception {
        assertThat(ConfigReference.keys(ROOT).stream()
                        .filter(key -> key.service().equals("eventstore-service"))
                        .map(ConfigKey::environmentVariable))
                .containsAll(container(job("migrate")).getEnv().stream()
                        .map(V1EnvVar::getName)
                        .toList());
    }

    private static V1Job job(String folder) throws Exception {
        List<JsonObject> objects = Kustomize.render(Path.of("old-data", folder));
        assertThat(objects).hasSize(1);
        return V1Job.fromJson(objects.getFirst().toString());
    }

    private static V1Container container(V1Job job) {
        return job.getSpec().getTemplate().getSpec().getContainers().getFirst();
    }
}
