package dev.vesper.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Registers the demo's project, apps and user through the admin API, as a newcomer would do by hand. What an earlier start
 * registered is found again: by what it remembered, else by name.
 */
public final class DemoRegistration {
    private static final String PROJECT = "Demo";
    private static final String USER = "demo";
    private static final List<String> NAMES = List.of("Alpha", "Beta");
    private static final Duration VIEW_LIMIT = Duration.ofSeconds(15);
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final AdminApi api;
    private final List<String> origins;
    private final RandomGenerator random;

    /**
     * @param adminOrigin where the admin API answers
     * @param origins where Alpha and Beta answer
     */
    public DemoRegistration(String adminOrigin, String adminToken, List<String> origins, RandomGenerator random) {
        this.api = new AdminApi(adminOrigin, adminToken);
        this.origins = List.copyOf(origins);
        this.random = random;
    }

    /** @param remembered what this method answered at an earlier start */
    public DemoFile register(Optional<DemoFile> remembered) {
        var known = remembered.filter(file -> exists("/admin/v1/projects/" + file.projectId()));
        var projectId = known.map(DemoFile::projectId).orElseGet(this::project);
        var clients = IntStream.range(0, NAMES.size())
                .mapToObj(index -> new DemoClientRegistration(api, projectId, NAMES.get(index), origins.get(index))
                        .register(known.map(file -> file.clients().get(index))))
                .toList();
        var user = known.filter(file -> exists("/admin/v1/users/" + file.userId()));
        var password = user.map(DemoFile::password).orElseGet(this::newPassword);
        var userId = user.map(DemoFile::userId).orElseGet(() -> user(password));
        return new DemoFile(projectId, userId, USER, password, clients);
    }

    private String project() {
        try {
            return api.post("/admin/v1/projects", Map.of("name", PROJECT))
                    .path("projectId")
                    .asText();
        } catch (AdminApi.Refusal e) {
            return ifTaken(
                            e,
                            () -> api.post("/admin/v1/projects:search", Map.of("name", PROJECT))
                                    .path("projects"))
                    .path("projectId")
                    .asText();
        }
    }

    /** A user whose password nobody remembers is of no use, so it makes way for a new one. */
    private String user(String password) {
        try {
            return createUser(password);
        } catch (AdminApi.Refusal e) {
            var old = ifTaken(
                    e,
                    () -> api.post("/admin/v1/users:search", Map.of("userName", USER))
                            .path("users"));
            api.delete("/admin/v1/users/" + old.path("userId").asText());
            return createUser(password);
        }
    }

    private String createUser(String password) {
        var user = Map.of(
                "userName", USER,
                "profile", Map.of("givenName", "Demo", "familyName", "User"),
                "email", Map.of("email", "demo@localhost.localdomain", "isVerified", true),
                "password", Map.of("password", password, "changeRequired", false));
        return api.post("/admin/v1/users/human", user).path("userId").asText();
    }

    /** Easy to type, and no policy asks for more. */
    private String newPassword() {
        var letters = "abcdefghjkmnpqrstuvwxyz23456789";
        var password = new StringBuilder("Vesper");
        for (int group = 0; group < 2; group++) {
            password.append('-');
            random.ints(4, 0, letters.length()).forEach(index -> password.append(letters.charAt(index)));
        }
        return password.append("-7").toString();
    }

    private boolean exists(String path) {
        try {
            api.get(path);
            return true;
        } catch (AdminApi.Refusal e) {
            if (e.status() == AdminApi.Refusal.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    /** Finds what has the name already; a view may be a moment behind. */
    static JsonNode ifTaken(AdminApi.Refusal refusal, Supplier<JsonNode> search) {
        if (refusal.status() != AdminApi.Refusal.TAKEN) {
            throw refusal;
        }
        long deadline = System.nanoTime() + VIEW_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            var found = search.get();
            if (!found.isEmpty()) {
                return found.get(0);
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        throw refusal;
    }
}
