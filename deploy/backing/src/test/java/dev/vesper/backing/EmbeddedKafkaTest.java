package dev.vesper.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedKafkaTest {
    @TempDir
    Path dataDir;

    @Test
    void keeps_its_topics_when_it_is_killed_restarted_stopped_and_started_again() throws Exception {
        var first = EmbeddedKafka.start(dataDir, 0);
        createTopic(first, "kept");
        first.kill();
        assertThat(ProcessHandle.of(first.pid())).isEmpty();

        first.restart();
        assertThat(topics(first)).contains("kept");
        first.stop();

        try (var second = EmbeddedKafka.start(dataDir, 0)) {
            assertThat(topics(second)).contains("kept");
        }
    }

    private static void createTopic(EmbeddedKafka kafka, String name) throws Exception {
        try (var admin = admin(kafka)) {
            admin.createTopics(List.of(new NewTopic(name, 3, (short) 1))).all().get(30, TimeUnit.SECONDS);
        }
    }

    private static Set<String> topics(EmbeddedKafka kafka) throws Exception {
        try (var admin = admin(kafka)) {
            return admin.listTopics().names().get(30, TimeUnit.SECONDS);
        }
    }

    private static Admin admin(EmbeddedKafka kafka) {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }
}
