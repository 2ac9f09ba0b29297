package dev.vesper.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class TetherTest {
    @Test
    void a_tethered_process_ends_when_its_jvm_is_killed() throws Exception {
        var parent = new ProcessBuilder(java(), "-cp", System.getProperty("java.class.path"), Parent.class.getName())
                .redirectError(Redirect.INHERIT)
                .start();
        try (var said = parent.inputReader()) {
            var child = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
            assertThat(child.isAlive()).isTrue();

            parent.destroyForcibly();

            child.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Says the id of a long process that it has tied to itself, and waits to be killed. */
    static final class Parent {
        private Parent() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] args) throws IOException, InterruptedException {
            var child = new ProcessBuilder("sleep", "60").start();
            Tether.tie(child.pid(), "TERM");
            System.out.println(child.pid());
            child.waitFor();
        }
    }
}
