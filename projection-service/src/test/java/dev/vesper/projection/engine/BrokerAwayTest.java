package dev.vesper.projection.engine;

import dev.vesper.backing.EmbeddedKafka;
import dev.vesper.events.ProjectEvent.Added;
import dev.vesper.events.ProjectEvent.Changed;
import dev.vesper.projection.given.Eventually;
import dev.vesper.projection.given.History;
import dev.vesper.projection.given.ListLog;
import dev.vesper.projection.given.People;
import dev.vesper.projection.given.Topic;
import dev.vesper.projection.given.Views;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BrokerAwayTest {
    private final Projection projection = new TallyProjection();
    private final History history = new History(new People(), 1);
    private final ListLog log = new ListLog();

    @Test
    void a_broker_that_dies_and_comes_back_costs_time_and_no_event(@TempDir Path data) throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(data, 0);
                Views views = new Views(List.of(projection));
                Topic topic = new Topic(kafka.bootstrapServers(), created(kafka), log::append)) {
            Engine engine = new Engine(List.of(projection), parts(views, kafka));
            engine.start();
            topic.publish(history.add("p1", new Added("a")));
            Eventually.equals(() -> views.rows("projections.tally1"), List.of("(i1,p1,1,1,a)"));

            kafka.kill();
            kafka.restart();
            topic.publish(history.add("p1", new Changed("b")));

            Eventually.equals(() -> views.rows("projections.tally1"), List.of("(i1,p1,2,2,b)"));
            engine.stop();
        }
    }

    private static String created(EmbeddedKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("events", 1, (short) 1)))
                    .all()
                    .get();
        }
        return "events";
    }

    private EngineParts parts(Views views, EmbeddedKafka kafka) {
        Backoff backoff = new Backoff(Duration.ofMillis(10), Duration.ofMillis(100));
        EngineSettings settings = new EngineSettings(
                kafka.bootstrapServers(),
                "events",
                Duration.ofSeconds(10),
                Duration.ofSeconds(8),
                Duration.ofSeconds(30),
                100,
                Duration.ofMillis(50),
                Duration.ofMillis(100),
                backoff,
                backoff);
        return new EngineParts(
                settings, views.database(), log, new People(), new SimpleMeterRegistry(), Clock.systemUTC());
    }
}
