package dev.vesper.notifier.automation;

import static dev.vesper.notifier.Surroundings.utc;

import dev.vesper.notifier.KillPoint;
import dev.vesper.notifier.Surroundings;
import dev.vesper.notifier.config.NotificationsConfig;
import dev.vesper.notifier.store.Database;
import dev.vesper.notifier.store.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Tells the log, then the schedule, which apps are due a logout token for what has ended. */
public final class RequestLogoutTokens {
    private static final Logger LOG = Logger.getLogger(RequestLogoutTokens.class);
    private static final Statement NOTE_ACTIVE = Statement.named("note_active_instances");

    private final Database database;
    private final PendingEnds pending;
    private final PushLogoutRequests requests;
    private final BackChannelSwitch featureSwitch;
    private final Means means;

    /**
     * What it works with.
     *
     * @param partitions those that this process reads now
     * @param scheduled is told of new deliveries after their commit
     */
    public record Means(
            Surroundings surroundings,
            NotificationsConfig config,
            ExecutorService pushes,
            Supplier<Set<Integer>> partitions,
            Consumer<List<Instant>> scheduled) {}

    RequestLogoutTokens(
            Database database,
            PendingEnds pending,
            PushLogoutRequests requests,
            BackChannelSwitch featureSwitch,
            Means means) {
        this.database = database;
        this.pending = pending;
        this.requests = requests;
        this.featureSwitch = featureSwitch;
        this.means = means;
    }

    /** @return how many ends were announced */
    public int runOnce() {
        List<Announcement> found = pending.find(
                means.partitions().get(),
                means.surroundings().now().minus(means.config().awaitRegistration()));
        if (found.isEmpty()) {
            return 0;
        }
        List<Announcement> announced = new ArrayList<>();
        List<NewDelivery> deliveries = push(found, announced);
        if (!deliveries.isEmpty()) {
            means.surroundings().killPoint().reached(KillPoint.AFTER_REQUEST);
        }
        if (!announced.isEmpty()) {
            database.inTransaction(transaction -> keep(announced, deliveries, transaction));
            means.scheduled().accept(deliveries.stream().map(NewDelivery::dueAt).toList());
        }
        return announced.size();
    }

    private List<NewDelivery> push(List<Announcement> found, List<Announcement> announced) {
        List<Future<List<NewDelivery>>> pushes =
                found.stream().map(end -> means.pushes().submit(pushOf(end))).toList();
        List<NewDelivery> deliveries = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            try {
                deliveries.addAll(pushes.get(i).get());
                announced.add(found.get(i));
            } catch (ExecutionException e) {
                LOG.warnf(
                        e.getCause(),
                        "the apps of %s %s could not be put on record yet; it is tried again",
                        found.get(i).end().subject(),
                        found.get(i).end().subjectId());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return deliveries;
            }
        }
        return deliveries;
    }

    private Callable<List<NewDelivery>> pushOf(Announcement announcement) {
        return () -> featureSwitch.isOn(announcement.end().instanceId())
                ? requests.push(announcement.requests(
                        means.config().repeatIfJoinedWithin(), means.config().repeatAfter()))
                : List.of();
    }

    private int keep(List<Announcement> announced, List<NewDelivery> deliveries, Database.Open transaction) {
        if (!deliveries.isEmpty()) {
            NewDeliveries.add(deliveries, transaction);
        }
        String[] instances = announced.stream()
                .map(announcement -> announcement.end().instanceId())
                .distinct()
                .toArray(String[]::new);
        transaction.run(NOTE_ACTIVE, instances, utc(means.surroundings().now()));
        pending.forget(announced, transaction);
        return announced.size();
    }
}
