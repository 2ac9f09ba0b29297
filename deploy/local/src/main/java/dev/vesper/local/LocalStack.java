package dev.vesper.local;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The whole system on this machine: PostgreSQL, Kafka and the four services, each in a process of its own. All of them end with
 * this JVM, however it ends. {@code ./vesper up} starts one, and so do tests that need everything.
 */
public final class LocalStack implements AutoCloseable {
    /** The order of closing: first those who ask others. */
    private static final List<Service> ASKING = List.of(Service.OIDC, Service.NOTIFIER, Service.PROJECTION);

    /** How long the children of a launcher that was killed may still need to end. */
    private static final Duration AFTERMATH = Duration.ofSeconds(30);

    private final List<RunningService> others = new CopyOnWriteArrayList<>();
    private final StackOptions options;
    private final StackListener listener;
    private final DataDirectory data;
    private final DataLock lock;
    private final StackState.File state;
    private final Supervisor supervisor;
    private final Map<Service, RunningService> services = new ConcurrentHashMap<>();
    private @Nullable Backings backings;
    private @Nullable Secrets secrets;
    private Optional<DemoApps> demo = Optional.empty();
    private final CountDownLatch startEnded = new CountDownLatch(1);
    private volatile boolean aborted;
    private boolean closed;

    /** Takes the data directory; nothing is started yet. */
    LocalStack(StackOptions options, StackListener listener) {
        this.options = options;
        this.listener = listener;
        this.data = new DataDirectory(options.data());
        data.create();
        this.lock = DataLock.take(data.lock());
        this.state = new StackState.File(data.state());
        this.supervisor = new Supervisor(listener, InstantSource.system(), options.startLimit());
    }

    /** As {@link #start(StackOptions, StackListener)}, without a listener. */
    public static LocalStack start(StackOptions options) {
        return start(options, StackListener.SILENT);
    }

    /**
     * Starts everything and returns when all of it is ready.
     *
     * @throws StackFailure with what to do about it; nothing of the stack runs then
     */
    public static LocalStack start(StackOptions options, StackListener listener) {
        var stack = new LocalStack(options, listener);
        stack.start();
        return stack;
    }

    /** What {@link #start(StackOptions, StackListener)} does after taking the data directory. */
    void start() {
        try {
            startAll();
        } catch (RuntimeException e) {
            close();
            throw e;
        } finally {
            startEnded.countDown();
        }
    }

    /** As {@link #close}, but from another thread and even while the start is under way, which then fails. */
    void abort() {
        aborted = true;
        try {
            if (startEnded.getCount() > 0) {
                Parallel.each(services.values(), RunningService::stop);
                startEnded.await(options.startLimit().toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    boolean isAborted() {
        return aborted;
    }

    public Addresses addresses() {
        return new Addresses(options.ports(), options.externalUrl());
    }

    public DataDirectory data() {
        return data;
    }

    /** The personal access token of the user {@code admin}. */
    public String adminToken() {
        return DataDirectory.read(data.adminToken());
    }

    /** What internal calls carry. */
    public String internalCredential() {
        if (secrets == null) {
            throw new IllegalStateException("not started yet");
        }
        return secrets.internalCredential();
    }

    /** {@code postgresql://user:password@host:port/database}, as the services get it. */
    public String postgresUrl() {
        return running().addresses().postgresUrl();
    }

    public String kafkaBootstrap() {
        return running().addresses().kafkaBootstrap();
    }

    public long pid(Service service) {
        return of(service).process().pid();
    }

    public boolean isAlive(Service service) {
        return of(service).process().isAlive();
    }

    /** Ends it as the loss of its machine would (SIGKILL), and returns when it is gone. It stays down until {@link #restart}. */
    public void kill(Service service) {
        of(service).process().kill();
    }

    /** Waits until the service has ended by itself, as one does that is told to die at a named point. */
    public boolean awaitExit(Service service, Duration limit) {
        return of(service).process().awaitExit(limit);
    }

    /** Of a service that has ended. */
    public int exitCode(Service service) {
        return of(service).process().exitCode();
    }

    /**
     * Stops the service if it still runs, starts it again and waits until it is ready.
     *
     * @param extra variables of this start only, before all others
     */
    public void restart(Service service, Map<String, String> extra) {
        of(service).stop();
        of(service).start(extra);
        of(service).awaitReady(options.startLimit());
    }

    /**
     * Starts one more process of a service beside the one that runs, and waits until it is ready. It ends with the stack, or before.
     *
     * @return where it answers, and how it is stopped
     */
    public AnotherProcess startAnother(Service service) {
        var process = of(service).another(options.ports());
        others.add(process);
        process.start(Map.of());
        process.awaitReady(options.startLimit());
        return new AnotherProcess(
                URI.create("http://localhost:" + options.ports().another(service)), process::stop);
    }

    /** @param origin where it answers */
    public record AnotherProcess(URI origin, Runnable stop) implements AutoCloseable {
        @Override
        public void close() {
            stop.run();
        }
    }

    /** Shuts the broker down in good order; its data stays. */
    public void stopKafka() {
        running().stopKafka();
    }

    public void startKafka() {
        running().startKafkaAgain();
    }

    /** Stops everything in order and leaves no process. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (backings != null) {
            listener.stopping();
        }
        supervisor.close();
        demo.ifPresent(DemoApps::close);
        Parallel.each(others, RunningService::stop);
        Parallel.each(ASKING, this::stopService);
        stopService(Service.EVENTSTORE);
        if (backings != null) {
            backings.close();
        }
        state.delete();
        lock.close();
    }

    private void startAll() {
        var settings = new HashMap<>(System.getenv());
        settings.putAll(options.environment());
        var its = Secrets.of(data, settings, new SecureRandom());
        secrets = its;
        new BusyPorts(options, settings).check(state.exists() ? AFTERMATH : Duration.ZERO);
        state.write(new StackState(options.ports().base(), options.externalUrl(), options.demo()));
        var backing = new Backings(data, options.ports(), settings, listener);
        backings = backing;
        backing.start();
        var environment = new ServiceEnvironment(options, its, backing.addresses());
        for (var service : options.services()) {
            services.put(service, service(service, environment));
        }
        // Its first start makes the instance, the keys and the topic that the others ask for.
        startService(Service.EVENTSTORE);
        Parallel.each(ASKING.stream().filter(services::containsKey).toList(), this::startService);
        if (options.demo()) {
            demo = Optional.of(DemoApps.start(options, listener));
        }
    }

    private RunningService service(Service service, ServiceEnvironment environment) {
        return new RunningService(
                service,
                options,
                extra -> environment.of(service, System.getenv(), extra),
                options.supervised() ? supervisor::ended : this::report);
    }

    private void report(RunningService service) {
        listener.ended(
                service.service().module(), "exit code " + service.process().exitCode());
    }

    private void startService(Service service) {
        if (aborted) {
            throw new StackFailure("stopped before it was ready");
        }
        long began = System.nanoTime();
        of(service).start(Map.of());
        of(service).awaitReady(options.startLimit());
        listener.ready(service.module(), Duration.ofNanos(System.nanoTime() - began));
    }

    private void stopService(Service service) {
        var running = services.get(service);
        if (running != null) {
            running.stop();
        }
    }

    private RunningService of(Service service) {
        var running = services.get(service);
        if (running == null) {
            throw new IllegalStateException(service.module() + " is not part of this stack yet");
        }
        return running;
    }

    private Backings running() {
        if (backings == null) {
            throw new IllegalStateException("PostgreSQL and Kafka are not started yet");
        }
        return backings;
    }
}
