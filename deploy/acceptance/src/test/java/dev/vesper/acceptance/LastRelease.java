package dev.vesper.acceptance;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The version of eventstore-service that came before the one that is tested, built from the history of this repository without
 * the network. It is kept in {@code target}.
 */
final class LastRelease {
    private static final String JAR = "eventstore-service/target/quarkus-app/quarkus-run.jar";
    /** The compiler is all that this build needs; the version was checked when it landed. */
    private static final List<String> BUILD = List.of(
            "-q",
            "-o",
            "-T2",
            "-Dmaven.test.skip=true",
            "-Dspotless.check.skip=true",
            "-Dspotless.apply.skip=true",
            "-Dcheckstyle.skip=true",
            "-Dmdep.analyze.skip=true",
            "-Denforcer.skip=true",
            "-pl",
            "eventstore-service",
            "-am",
            "package");

    private final Path home;

    LastRelease(Path home) {
        this.home = home.toAbsolutePath().normalize();
    }

    /** @return of the version that is tested */
    Path currentJar() {
        return home.resolve(JAR);
    }

    /** @return the version before, ready to be started; where the history does not reach back to it, the one that is tested */
    Path jar() throws IOException, InterruptedException {
        Optional<String> before = new History(home).versionBefore();
        if (before.isEmpty()) {
            System.err.println(
                    "No older version is in this clone, so this one runs beside itself: git fetch --unshallow");
        }
        return before.isEmpty() ? currentJar() : built(before.get());
    }

    private Path built(String commit) throws IOException, InterruptedException {
        var tree = home.resolve("deploy/acceptance/target/last-release").resolve(commit);
        var built = tree.resolve("built");
        if (!Files.exists(built)) {
            Files.createDirectories(tree);
            var archive = tree.resolve("source.tar").toString();
            require(Command.run(home, tree, List.of("git", "archive", "--output=" + archive, commit)));
            require(Command.run(tree, tree, List.of("tar", "xf", archive)));
            require(Command.run(tree, tree, maven()));
            Files.createFile(built);
        }
        return tree.resolve(JAR);
    }

    private static List<String> maven() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString());
        command.add("-Dmaven.repo.local=" + System.getProperty("vesper.maven.repository"));
        command.addAll(BUILD);
        return command;
    }

    private static void require(Command.Result result) {
        if (result.exitCode() != 0) {
            fail("The version before cannot be built:\n" + result.output());
        }
    }
}
