package dev.vesper.eventstore.gateway;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.eventstore.ServiceUnderTest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever follows the page types what runs here. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
final class AdminDocsTest {
    private static final Pattern EXAMPLE = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL);

    @TestHTTPResource
    URI server;

    @TempDir
    Path directory;

    @Test
    void the_examples_of_the_page_run_as_they_stand() throws Exception {
        Files.createDirectory(directory.resolve(".vesper"));
        Files.writeString(directory.resolve(".vesper/admin.token"), AdminToken.read());
        var script = directory.resolve("examples.sh");
        Files.writeString(script, "set -e -o pipefail\n" + examples());
        var output = directory.resolve("output.txt");

        var process = new ProcessBuilder("bash", script.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        assertThat(Files.readString(output, StandardCharsets.UTF_8))
                .contains("clientSecret", "ETAG_OUTDATED", "Somebody changed it.", "project.added");
    }

    private String examples() throws IOException {
        var page = Files.readString(Path.of("..", "docs", "admin-api.md"));
        return EXAMPLE.matcher(page)
                .results()
                .map(example -> example.group(1))
                .collect(joining("\n"))
                .replace("http://localhost:8081", server.toString().replaceFirst("/$", ""));
    }
}
