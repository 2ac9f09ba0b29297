package dev.vesper.projection.rebuild;

import dev.vesper.projection.given.History;
import dev.vesper.projection.given.Life;
import dev.vesper.projection.given.Topic;
import dev.vesper.projection.given.Views;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Somebody who writes and somebody who reads, all the time. Rows that nobody deletes must never become fewer. */
final class Traffic implements AutoCloseable {
    private static final long BETWEEN_SESSIONS_NS = 5_000_000;
    private static final List<String> ONLY_GROWING = List.of("apps7", "sessions1", "oidc_sessions1", "ended1");

    private final History history;
    private final Life life;
    private final Topic topic;
    private final Views views;
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock(true);
    private volatile boolean closed;
    private volatile boolean paused = true;
    private final AtomicInteger queries = new AtomicInteger();
    private int published;
    private int sessions;

    Traffic(History history, Life life, Topic topic, Views views) {
        this.history = history;
        this.life = life;
        this.topic = topic;
        this.views = views;
    }

    /** What there was before anybody looked; then two threads begin. */
    void begin(int firstSessions) {
        life.begin();
        for (int i = 0; i < firstSessions; i++) {
            session();
        }
        publish();
        Thread.ofPlatform().name("writes").daemon(true).start(this::write);
        Thread.ofPlatform().name("reads").daemon(true).start(this::read);
    }

    void resume() {
        paused = false;
    }

    /** After this, nothing more is written. */
    void pause() {
        writing.lock();
        try {
            paused = true;
        } finally {
            writing.unlock();
        }
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    int queries() {
        return queries.get();
    }

    @Override
    public void close() {
        closed = true;
        pause();
    }

    private void write() {
        while (!closed) {
            writing.lock();
            try {
                if (!paused) {
                    session();
                    publish();
                }
            } catch (RuntimeException e) {
                failures.add("writing: " + e);
            } finally {
                writing.unlock();
            }
            LockSupport.parkNanos(BETWEEN_SESSIONS_NS);
        }
    }

    private void session() {
        life.session("s" + sessions);
        if (sessions % 7 == 0) {
            life.app(100 + sessions);
        }
        sessions++;
    }

    private void publish() {
        topic.publish(history.after(published));
        published = history.events().size();
    }

    private void read() {
        long[] most = new long[ONLY_GROWING.size()];
        while (!closed) {
            for (int i = 0; i < most.length && !closed; i++) {
                try {
                    most[i] = count(ONLY_GROWING.get(i), most[i]);
                } catch (RuntimeException e) {
                    failures.add("reading %s: %s".formatted(ONLY_GROWING.get(i), e));
                }
            }
        }
    }

    private long count(String table, long most) {
        String counted =
                views.rows("(SELECT COUNT(*) FROM projections." + table + ")").getFirst();
        long rows = Long.parseLong(counted.substring(1, counted.length() - 1));
        queries.incrementAndGet();
        if (rows < most) {
            failures.add("%s had %d rows, and then %d".formatted(table, most, rows));
        }
        return Math.max(rows, most);
    }
}
