package dev.vesper.simulation.world;

import dev.vesper.simulation.Fault;
import dev.vesper.simulation.Plan;
import dev.vesper.simulation.broker.Air;
import dev.vesper.simulation.database.Weather;
import dev.vesper.simulation.scheduling.Chance;
import dev.vesper.simulation.scheduling.Host;
import dev.vesper.simulation.scheduling.Scheduler;
import dev.vesper.simulation.scheduling.Turn;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** What goes wrong: kills, pauses, wrong clocks, lost connections and answers, slow ways. It ends, and then all must be well. */
final class Trouble implements Turn, Weather, Air {
    private static final long SHORTEST_CALM = 20_000_000L;
    private static final long LONGEST_CALM = 400_000_000L;

    private final Scheduler scheduler;
    private final Chance chance;
    private final Map<String, Long> down = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Host databaseHost;
    private final Plan plan;
    private @Nullable Cluster cluster;
    private long next = SHORTEST_CALM;
    private boolean over;

    Trouble(Scheduler scheduler, Host databaseHost, Plan plan) {
        this.plan = plan;
        this.scheduler = scheduler;
        this.chance = scheduler.chance();
        this.databaseHost = databaseHost;
    }

    void begin(Cluster with) {
        cluster = with;
        scheduler.add(this);
    }

    /** From now on nothing goes wrong, and what is down comes back. */
    void end() {
        over = true;
        databaseHost.setClockRight();
        cluster().names().forEach(name -> cluster().pod(name).host().setClockRight());
        Map.copyOf(down).keySet().stream().sorted().forEach(this::restart);
    }

    Map<String, Integer> counts() {
        return counts;
    }

    void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    @Override
    public String name() {
        return "trouble";
    }

    @Override
    public boolean isReady(long nowNanos) {
        return nowNanos >= next;
    }

    @Override
    public long dueNanos() {
        return next;
    }

    @Override
    public boolean isOver() {
        return over;
    }

    @Override
    public void take() {
        long now = scheduler.nanos();
        next = now + chance.between(SHORTEST_CALM, LONGEST_CALM);
        down.entrySet().stream()
                .filter(restart -> restart.getValue() <= now)
                .map(Map.Entry::getKey)
                .findFirst()
                .ifPresentOrElse(this::restart, this::happen);
    }

    private void happen() {
        String name = chance.of(cluster().names());
        if (down.containsKey(name)) {
            return;
        }
        Host host = cluster().pod(name).host();
        switch (chance.below(4)) {
            case 0 -> {
                note("kill", name);
                cluster().kill(name);
                down.put(name, scheduler.nanos() + chance.between(SHORTEST_CALM, 5 * LONGEST_CALM));
            }
            case 1, 2 -> {
                note("pause", name);
                host.pause(Duration.ofNanos(chance.between(SHORTEST_CALM, 8 * LONGEST_CALM)));
            }
            default -> {
                Host wrong = chance.oneIn(2) ? host : databaseHost;
                note("clock", wrong.name());
                wrong.jumpClock(Duration.ofMillis(chance.between(-3_000, 3_000)));
            }
        }
    }

    private void restart(String name) {
        down.remove(name);
        note("start", name);
        cluster().start(name);
    }

    private Cluster cluster() {
        return Objects.requireNonNull(cluster);
    }

    private void note(String what, String whom) {
        count(what);
        scheduler.note("trouble:", what, whom);
    }

    @Override
    public boolean breaksBefore(String statement) {
        return happens("connection lost before a statement", 600);
    }

    @Override
    public boolean breaksAfter(String statement) {
        boolean isCommit = statement.endsWith("commit");
        return happens("connection lost after a statement", isCommit ? 40 : 600);
    }

    @Override
    public long delayNanos() {
        if (over || !chance.oneIn(20)) {
            return 0;
        }
        return chance.oneIn(10) ? chance.between(0, 1_000_000_000L) : chance.between(0, 50_000_000L);
    }

    @Override
    public boolean losesAnswer() {
        return happens("answer of the broker lost", 40);
    }

    @Override
    public boolean losesRequest() {
        return happens("request to the broker lost", 100);
    }

    @Override
    public boolean trustsCommits() {
        return plan.has(Fault.ANSWER_BEFORE_COMMIT);
    }

    @Override
    public boolean hidesTail() {
        return plan.has(Fault.RESUMES_FROM_STORED_CURSOR);
    }

    @Override
    public String transactionalId(String id) {
        return plan.has(Fault.PRODUCER_NOT_FENCED) ? id + "-" + chance.uuid() : id;
    }

    @Override
    public ProducerRecord<byte[], byte[]> sent(ProducerRecord<byte[], byte[]> record) {
        return plan.has(Fault.WATERMARK_TOO_EARLY) ? Planted.promisingMore(record) : record;
    }

    boolean losesCall() {
        return happens("call lost", 40);
    }

    boolean losesReply() {
        return happens("reply lost", 30);
    }

    private boolean happens(String what, int oneIn) {
        boolean happens = !over && chance.oneIn(oneIn);
        if (happens) {
            count(what);
        }
        return happens;
    }
}
