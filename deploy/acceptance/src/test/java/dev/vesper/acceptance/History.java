package dev.vesper.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The commits of this repository, as far as this clone has them. */
final class History {
    private static final String MIGRATIONS = "eventstore-service/src/main/resources/db/migration";

    private final Path home;
    private final Path scratch;

    History(Path home) throws IOException {
        this.home = home;
        this.scratch = Files.createDirectories(home.resolve("deploy/acceptance/target/last-release"));
    }

    /**
     * What is in use while this version is rolled out: the place where this branch left the main one, or, where that has the same
     * migrations, the last version before the newest of them. So whatever a migration breaks, it is broken here. A version of the
     * past from which no database leads to this one, because branches met in another order than their numbers, was in use nowhere.
     */
    Optional<String> versionBefore() throws IOException, InterruptedException {
        Set<String> tested = onDisk();
        String start = landed();
        if (start.isEmpty() || !migrations(start).equals(tested)) {
            return Optional.of(start).filter(found -> !found.isEmpty());
        }
        for (String change : lines("git", "log", "--format=%H", start, "--", MIGRATIONS)) {
            String parent = line("git", "rev-parse", "--verify", "--quiet", change + "^");
            if (!parent.isEmpty() && leadsTo(migrations(parent), tested)) {
                return Optional.of(parent);
            }
        }
        return Optional.empty();
    }

    private static boolean leadsTo(Set<String> before, Set<String> tested) {
        Set<String> added = new HashSet<>(tested);
        added.removeAll(before);
        int last = before.stream().mapToInt(History::number).max().orElse(Integer.MAX_VALUE);
        return !added.isEmpty() && tested.containsAll(before) && added.stream().allMatch(name -> number(name) > last);
    }

    /** Of {@code V12__what_it_does.sql}. */
    private static int number(String migration) {
        return Integer.parseInt(migration.substring(1, migration.indexOf("__")));
    }

    private String landed() throws InterruptedException {
        for (String main : List.of("origin/main", "main", "HEAD")) {
            String found = line("git", "merge-base", "HEAD", main);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    private Set<String> migrations(String commit) throws InterruptedException {
        return lines("git", "ls-tree", "-r", "--name-only", commit, MIGRATIONS + "/").stream()
                .map(name -> Path.of(name).getFileName().toString())
                .collect(Collectors.toSet());
    }

    private Set<String> onDisk() throws IOException {
        try (var files = Files.list(home.resolve(MIGRATIONS))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private String line(String... command) throws InterruptedException {
        return lines(command).stream().findFirst().orElse("");
    }

    /** None where the command fails, be it for a commit that this clone lacks or because there is no repository, or no git. */
    private List<String> lines(String... command) throws InterruptedException {
        try {
            var result = Command.run(home, scratch, List.of(command));
            return result.exitCode() == 0 ? result.output().lines().toList() : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
