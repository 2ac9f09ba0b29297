package dev.vesper.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    private static final Path HOME = Path.of("/somewhere/vesper");
    private static final Path CALLED_FROM = Path.of("/elsewhere");

    @Test
    void upKeepsItsDataInTheRepositoryAndListensOn8080() {
        var options = parse("up").options(HOME);

        assertThat(options.data()).isEqualTo(HOME.resolve(".vesper"));
        assertThat(options.ports()).isEqualTo(new Ports(8080));
        assertThat(options.demo()).isFalse();
        assertThat(options.supervised()).isTrue();
    }

    @Test
    void everyOptionOfUpIsUnderstoodInAnyOrder() {
        var arguments = parse(
                "up",
                "--external-url",
                "https://id.example.com/",
                "--demo",
                "--port-base",
                "9000",
                "--detach",
                "--data",
                "d");

        assertThat(arguments.detach()).isTrue();
        assertThat(arguments.options(HOME).demo()).isTrue();
        assertThat(arguments.options(HOME).ports().base()).isEqualTo(9000);
        assertThat(arguments.options(HOME).externalUrl()).contains("https://id.example.com");
    }

    @Test
    void aRelativeDataDirectoryIsRelativeToWhereThePersonStands() {
        assertThat(parse("down", "--data", "d").options(HOME).data()).isEqualTo(CALLED_FROM.resolve("d"));
        assertThat(parse("down", "--data", "/d").options(HOME).data()).isEqualTo(Path.of("/d"));
    }

    @Test
    void logsTakesOneService() {
        assertThat(parse("logs", "oidc").service()).contains("oidc");
        assertThat(parse("logs").service()).isEmpty();
        assertRefused("I do not know 'notifier'", "logs", "oidc", "notifier");
    }

    @Test
    void whatIsWrongIsNamed() {
        assertRefused("I do not know 'upp'", "upp");
        assertRefused("I do not know '--demo'", "down", "--demo");
        assertRefused("--port-base needs a number, not x", "up", "--port-base", "x");
        assertRefused("--port-base must lie between", "up", "--port-base", "80");
        assertRefused("--data needs a value", "up", "--data", "--demo");
        assertRefused("--external-url needs an origin", "up", "--external-url", "https://id.example.com/path");
        assertRefused("--external-url needs an origin", "up", "--external-url", "id.example.com");
        assertRefused("--external-url needs an origin", "up", "--external-url", "https://a b");
    }

    private static void assertRefused(String message, String... words) {
        assertThatThrownBy(() -> parse(words)).isInstanceOf(StackFailure.class).hasMessageContaining(message);
    }

    private static Arguments parse(String... words) {
        return Arguments.parse(List.of(words), CALLED_FROM);
    }
}
