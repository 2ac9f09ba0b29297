package dev.vesper.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Peers that are to be had from npm. What was fetched once is kept. */
record NpmPackages(Path directory) {
    private static final Duration LONGEST = Duration.ofMinutes(3);

    /**
     * @param packages with their versions
     * @return the folder that holds {@code node_modules}
     * @throws IOException when there is no npm, or it does not have them
     */
    Path install(String name, String... packages) throws IOException, InterruptedException {
        var folder = directory.resolve(name);
        var done = folder.resolve("installed");
        if (!Files.exists(done)) {
            Files.createDirectories(folder);
            List<String> words = new ArrayList<>(
                    List.of("npm", "install", "--prefix", ".", "--no-audit", "--no-fund", "--ignore-scripts"));
            words.addAll(List.of(packages));
            new Command(folder, Map.of(), LONGEST).run(words);
            Files.writeString(done, String.join("\n", packages));
        }
        return folder;
    }
}
