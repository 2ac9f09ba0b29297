package dev.vesper.eventstore.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.EndReason;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.write.oidcsession.Grant;
import dev.vesper.eventstore.write.oidcsession.OAuthRefusal;
import dev.vesper.eventstore.write.session.SignIn;
import dev.vesper.eventstore.write.user.TestUsers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What must hold when two things happen at the same time, on the real log. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RacesTest {
    private static final int ROUNDS = 300;

    private final TestLogs logs = TestLogs.create();
    private final WriteSide side = new WriteSide(logs.log(), 5);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private final Relying alpha = Relying.party(side, "Alpha");

    @AfterAll
    void close() {
        threads.shutdownNow();
        side.close();
        logs.close();
    }

    @Test
    void of_many_wrong_guesses_at_once_exactly_as_many_count_as_the_policy_allows() throws Exception {
        String userId = side.newUser("guessed");
        List<SignIn.Result> results = together(32, () -> side.signIn(userId, "wrong"));
        assertThat(types("user_check", userId))
                .containsOnly("user.human.password.check.failed")
                .hasSize(5);
        assertThat(types("user", userId)).containsExactly("user.human.added", "user.locked");
        assertThat(results)
                .filteredOn(SignIn.WrongCredentials.class::isInstance)
                .hasSize(4);
        assertThat(results).filteredOn(SignIn.AccountLocked.class::isInstance).hasSize(28);
        assertThat(side.signIn(userId, TestUsers.PASSWORD)).isInstanceOf(SignIn.AccountLocked.class);
    }

    @Test
    void a_right_password_among_wrong_ones_is_let_in_before_the_lock_or_not_at_all() throws Exception {
        String userId = side.newUser("lucky");
        List<Callable<SignIn.Result>> attempts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            attempts.add(() -> side.signIn(userId, "wrong"));
        }
        attempts.add(() -> side.signIn(userId, TestUsers.PASSWORD));
        List<SignIn.Result> results = together(attempts);
        boolean letIn = results.stream().anyMatch(SignIn.SignedIn.class::isInstance);
        assertThat(types("user_check", userId))
                .hasSizeBetween(5, 10)
                .filteredOn(type -> type.endsWith("succeeded"))
                .hasSize(letIn ? 1 : 0);
        assertThat(types("user", userId))
                .filteredOn(type -> type.equals("user.locked"))
                .hasSize(1);
    }

    @Test
    void no_token_stands_above_the_end_of_its_session() throws Exception {
        String userId = side.newUser("racing");
        int granted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String sessionId = side.signIn(userId);
            String code = alpha.code(sessionId, "openid");
            CountDownLatch start = new CountDownLatch(1);
            Future<Optional<Grant>> exchange = threads.submit(() -> exchange(code, start));
            Future<Written> end = threads.submit(() -> end(sessionId, start));
            start.countDown();
            Optional<Grant> grant = exchange.get(20, TimeUnit.SECONDS);
            end.get(20, TimeUnit.SECONDS);
            check(sessionId, grant);
            granted += grant.isPresent() ? 1 : 0;
        }
        assertThat(granted).as("rounds that the exchange won").isBetween(1, ROUNDS - 1);
    }

    private void check(String sessionId, Optional<Grant> grant) {
        var end = side.log
                .readAggregate(new AggregateId(WriteSide.INSTANCE, "session", sessionId), 1)
                .getLast();
        assertThat(end.type()).isEqualTo("session.terminated");
        assertThat(types("session_logout", sessionId)).hasSize(grant.isPresent() ? 1 : 0);
        grant.ifPresent(granted -> assertThat(granted.position()).isLessThanOrEqualTo(end.position()));
    }

    private Optional<Grant> exchange(String code, CountDownLatch start) throws InterruptedException {
        start.await();
        try {
            return Optional.of(alpha.exchange(code));
        } catch (OAuthRefusal e) {
            assertThat(e.error()).isEqualTo("invalid_grant");
            return Optional.empty();
        }
    }

    private Written end(String sessionId, CountDownLatch start) throws InterruptedException {
        start.await();
        return side.sessions.end(WriteSide.INSTANCE, sessionId, EndReason.USER, null, "test");
    }

    private List<String> types(String type, String id) {
        return side.log.readAggregate(new AggregateId(WriteSide.INSTANCE, type, id), 1).stream()
                .map(RecordedEvent::type)
                .toList();
    }

    private <T> List<T> together(int times, Callable<T> call) throws Exception {
        List<Callable<T>> calls = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            calls.add(call);
        }
        return together(calls);
    }

    private <T> List<T> together(List<Callable<T>> calls) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> result : threads.invokeAll(calls, 30, TimeUnit.SECONDS)) {
            results.add(result.get());
        }
        return results;
    }
}
