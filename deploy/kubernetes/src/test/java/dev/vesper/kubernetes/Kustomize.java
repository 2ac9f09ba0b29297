package dev.vesper.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code kubectl kustomize} makes of a folder. */
final class Kustomize {
    private static final String HOW_TO_GET_IT = "this test renders the manifests with kubectl 1.27 or newer;"
            + " install the kubectl of your distribution or of the Kubernetes release and put it on the PATH";

    private Kustomize() {}

    static List<JsonObject> render(Path folder) throws IOException, InterruptedException {
        Iterable<Object> documents = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(run(folder));
        return StreamSupport.stream(documents.spliterator(), false)
                .map(document -> new Gson().toJsonTree(document).getAsJsonObject())
                .toList();
    }

    private static String run(Path folder) throws IOException, InterruptedException {
        Process process = start(folder);
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(text).isZero();
            return text;
        }
    }

    private static Process start(Path folder) {
        try {
            return new ProcessBuilder("kubectl", "kustomize", folder.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new AssertionError(HOW_TO_GET_IT, e);
        }
    }
}
