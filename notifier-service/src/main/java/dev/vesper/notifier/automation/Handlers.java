package dev.vesper.notifier.automation;

import dev.vesper.notifier.Surroundings;
import dev.vesper.notifier.config.NotifierConfig;
import dev.vesper.notifier.deliveries.Wakeups;
import dev.vesper.notifier.deliveries.WorkerLoop;
import dev.vesper.notifier.log.EventLog;
import dev.vesper.notifier.log.InternalClients;
import dev.vesper.notifier.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts the consumers of the topic together with what announces the ends that they find. */
public final class Handlers {
    private final List<EventConsumer> consumers;
    private final RequestLogoutTokens requests;
    private final WorkerLoop announcing;

    private Handlers(List<EventConsumer> consumers, RequestLogoutTokens requests, WorkerLoop announcing) {
        this.consumers = consumers;
        this.requests = requests;
        this.announcing = announcing;
    }

    /**
     * What they work with.
     *
     * @param scheduled is told when new deliveries are due, after their commit
     */
    public record Means(
            NotifierConfig config,
            Database database,
            EventLog log,
            InternalClients clients,
            Surroundings surroundings,
            ExecutorService pushes,
            Consumer<List<Instant>> scheduled) {}

    public static Handlers of(Means means) {
        Wakeups wakeups = new Wakeups(means.surroundings());
        List<EventConsumer> consumers = IntStream.range(
                        0, means.config().notifications().handlers())
                .mapToObj(number -> consumer(means, number, wakeups::now))
                .toList();
        RequestLogoutTokens requests = requests(means, () -> partitions(consumers));
        WorkerLoop announcing = new WorkerLoop(
                "announcer",
                wakeups,
                means.config().notifications().requeueEvery(),
                _ -> requests.runOnce(),
                means.surroundings());
        return new Handlers(consumers, requests, announcing);
    }

    public List<EventConsumer> consumers() {
        return consumers;
    }

    public RequestLogoutTokens requests() {
        return requests;
    }

    public WorkerLoop announcing() {
        return announcing;
    }

    private static EventConsumer consumer(Means means, int number, Runnable applied) {
        ApplyBatch apply = new ApplyBatch(
                means.database(),
                new Checkpoints(means.database()),
                List.of(new WhenBackChannelRegisteredThenRemember(), new WhenSessionEndedThenRequestLogoutTokens()),
                new WhenNotificationRecordedThenAlignDelivery(means.surroundings()),
                means.surroundings());
        return new EventConsumer(
                TopicConsumers.of(means.config().kafka(), number),
                means.config().kafka().topic(),
                apply,
                means.surroundings(),
                applied);
    }

    private static RequestLogoutTokens requests(Means means, Supplier<Set<Integer>> partitions) {
        NotifierConfig config = means.config();
        return new RequestLogoutTokens(
                means.database(),
                new PendingEnds(means.database()),
                new PushLogoutRequests(
                        means.log(), means.surroundings(), config.internal().retryFor()),
                new BackChannelSwitch(
                        means.clients(),
                        means.surroundings().clock(),
                        config.notifications().rememberFor()),
                new RequestLogoutTokens.Means(
                        means.surroundings(), config.notifications(), means.pushes(), partitions, means.scheduled()));
    }

    private static Set<Integer> partitions(List<EventConsumer> consumers) {
        return consumers.stream()
                .flatMap(consumer -> consumer.partitions().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
