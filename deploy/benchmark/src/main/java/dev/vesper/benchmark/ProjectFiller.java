package dev.vesper.benchmark;

import dev.vesper.events.EventCodec;
import dev.vesper.events.ProjectEvent;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Fills the log with projects and their apps on a short cut. */
final class ProjectFiller {
    static final int EVENTS_PER_PROJECT = 10;
    private static final long PROJECTS_PER_TRANSACTION = 2_000;

    private final Cluster cluster;
    private long projects;

    ProjectFiller(Cluster cluster) {
        this.cluster = cluster;
    }

    void add(long events) throws SQLException {
        long end = projects + events / EVENTS_PER_PROJECT;
        try (var connection = cluster.connect();
                var insert = connection.prepareStatement(Resources.text("fill_projects.sql"))) {
            while (projects < end) {
                long upTo = Math.min(end, projects + PROJECTS_PER_TRANSACTION);
                insert.setLong(1, projects);
                insert.setLong(2, upTo - 1);
                insert.setArray(3, connection.createArrayOf("text", payloads()));
                insert.executeUpdate();
                projects = upTo;
            }
        }
    }

    /** Of the four types, with APP for the app's id. */
    private static String[] payloads() {
        var codec = new EventCodec((_, _) -> Optional.empty());
        return Stream.of(
                        new ProjectEvent.Added("A project"),
                        new ProjectEvent.ApplicationAdded("APP", "An app"),
                        new ProjectEvent.OidcConfigAdded("APP", "client-APP", null, config()),
                        new ProjectEvent.ApplicationChanged("APP", "An app with a better name"))
                .map(event -> codec.encode(event, "filled", "project"))
                .toArray(String[]::new);
    }

    private static ProjectEvent.OidcAppConfig config() {
        return new ProjectEvent.OidcAppConfig(
                List.of("https://app.example.com/callback"),
                List.of("https://app.example.com/"),
                List.of("RESPONSE_TYPE_CODE"),
                List.of("GRANT_TYPE_AUTHORIZATION_CODE", "GRANT_TYPE_REFRESH_TOKEN"),
                "APP_TYPE_WEB",
                "AUTH_METHOD_TYPE_BASIC",
                "ACCESS_TOKEN_TYPE_BEARER",
                false,
                "https://app.example.com/logout",
                true,
                null,
                false,
                "RS256");
    }
}
