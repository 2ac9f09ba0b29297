package dev.vesper.benchmark;

import dev.vesper.local.LocalStack;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * People who each sign out of a session with several apps, wait until all of these know, and sign out of their next session. The
 * sign-ins are done before, so that they do not count and do not disturb.
 */
final class SignOutLoad implements AutoCloseable {
    private static final Duration TELLING_LIMIT = Duration.ofSeconds(30);
    private static final String PASSWORD = "Correct-horse-7-battery";

    private final Receivers receivers = new Receivers();
    private final ProviderClient provider;
    private final String name;
    private final List<BenchmarkApp> apps = new ArrayList<>();
    private final int healthy;
    /** One for each session that a person has at a time. */
    private final List<List<Browser>> browsers = new ArrayList<>();

    /** A session that is ready to be ended in the browser of its person. */
    private record Session(Browser browser, String id, URI endSession) {}

    /** What one run showed. */
    record Run(Times answers, Times tellings) {}

    /**
     * @param name of its project and people
     * @param dead where apps of each session are that never answer as they should; nobody waits for these to know
     */
    SignOutLoad(LocalStack stack, String name, int people, int appCount, List<URI> dead)
            throws IOException, InterruptedException {
        this.name = name;
        this.healthy = appCount - dead.size();
        provider = new ProviderClient(stack.addresses().issuer());
        var admin = new AdminClient(stack);
        var project = admin.createProject(name);
        for (int number = 0; number < healthy; number++) {
            apps.add(admin.createApp(project, "app" + number, receivers.home(name + "/app" + number)));
        }
        for (var home : dead) {
            apps.add(admin.createApp(project, "dead app at " + home, home));
        }
        for (int number = 0; number < people; number++) {
            admin.createUser(name + number, PASSWORD);
            browsers.add(new ArrayList<>());
        }
    }

    Run run(int sessionsEach) throws Exception {
        var sessions = all(browsers.size(), person -> () -> signIn(person, sessionsEach));
        var runs = all(browsers.size(), person -> () -> signOut(sessions.get(person))).stream()
                .flatMap(List::stream)
                .toList();
        return new Run(
                Times.all(runs.stream().map(Run::answers).toList()),
                Times.all(runs.stream().map(Run::tellings).toList()));
    }

    @Override
    public void close() {
        receivers.close();
    }

    private List<Session> signIn(int person, int times) throws IOException, InterruptedException {
        var its = browsers.get(person);
        List<Session> sessions = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            if (its.size() == time) {
                its.add(new Browser());
            }
            sessions.add(signIn(person, its.get(time)));
        }
        return sessions;
    }

    private Session signIn(int person, Browser browser) throws IOException, InterruptedException {
        browser.forgetCookies();
        List<String> idTokens = new ArrayList<>();
        for (var app : apps) {
            var page = browser.open(provider.authorization(app));
            if (page.has("form#login-name")) {
                page = browser.submit(page, "form#login-name", Map.of("loginName", name + person));
                page = browser.submit(page, "form#password", Map.of("password", PASSWORD));
            }
            idTokens.add(provider.exchange(app, Forms.value(page.uri().getRawQuery(), "code")));
        }
        var hint = idTokens.getFirst();
        return new Session(browser, ProviderClient.sessionOf(hint), provider.endSession(apps.getFirst(), hint));
    }

    private List<Run> signOut(List<Session> sessions) throws Exception {
        List<Run> runs = new ArrayList<>();
        for (var session : sessions) {
            runs.add(signOut(session));
        }
        return runs;
    }

    private Run signOut(Session session) throws Exception {
        var told = receivers.expect(session.id(), healthy);
        long clicked = System.nanoTime();
        var answer = session.browser().get(session.endSession());
        long answered = System.nanoTime();
        if (answer.statusCode() != 303) {
            throw new IOException("not signed out: " + answer.statusCode() + " " + answer.body());
        }
        return new Run(Times.of(List.of(answered), clicked), Times.of(told.await(TELLING_LIMIT), clicked));
    }

    /** Does something for each number at the same time. */
    private static <T> List<T> all(int count, Numbered<T> task) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                running.add(threads.submit(task.of(number)));
            }
            List<T> done = new ArrayList<>();
            for (var each : running) {
                done.add(each.get());
            }
            return done;
        }
    }

    @FunctionalInterface
    private interface Numbered<T> {
        Callable<T> of(int number);
    }
}
