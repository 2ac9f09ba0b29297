package dev.vesper.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.ConsistencyToken;
import dev.vesper.events.Cursor;
import dev.vesper.proto.internal.v1.Grant;
import dev.vesper.proto.internal.v1.TokenResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

/**
 * One session, whose end and the exchanges of its codes are let loose at the same time.
 *
 * @param endedAt the position of the session's end
 * @param granted what was given all the same
 * @param refused exchanges that came too late
 */
record Race(String sessionId, long endedAt, List<Grant> granted, int refused) {

    static Race run(Racer racer, int codes, RandomGenerator random) {
        var sessionId = racer.signIn();
        var runners = new ArrayList<Runner>();
        for (int code = 0; code < codes; code++) {
            var issued = racer.issueCode(sessionId);
            runners.add(() -> racer.exchange(issued));
        }
        Collections.shuffle(runners, random);
        int before = random.nextInt(codes + 1);
        return finish(sessionId, letLoose(racer, sessionId, runners, before));
    }

    /** @param before how many exchanges set out before the end does */
    private static Outcome letLoose(Racer racer, String sessionId, List<Runner> runners, int before) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<TokenResponse>> exchanges = new ArrayList<>();
            runners.subList(0, before).forEach(runner -> exchanges.add(threads.submit(runner::run)));
            var end = threads.submit(() -> racer.end(sessionId));
            runners.subList(before, runners.size()).forEach(runner -> exchanges.add(threads.submit(runner::run)));
            List<TokenResponse> answers = new ArrayList<>();
            for (var exchange : exchanges) {
                answers.add(exchange.get());
            }
            return new Outcome(end.get(), answers);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in a race", e);
        }
    }

    private static Race finish(String sessionId, Outcome outcome) {
        var granted = outcome.answers().stream()
                .filter(TokenResponse::hasGrant)
                .map(TokenResponse::getGrant)
                .toList();
        assertThat(outcome.answers())
                .filteredOn(TokenResponse::hasError)
                .extracting(answer -> answer.getError().getError())
                .allMatch("invalid_grant"::equals);
        long endedAt = outcome.end().marks().values().stream()
                .mapToLong(Cursor::position)
                .max()
                .orElseThrow();
        return new Race(sessionId, endedAt, granted, outcome.answers().size() - granted.size());
    }

    private record Outcome(ConsistencyToken end, List<TokenResponse> answers) {}

    @FunctionalInterface
    private interface Runner {
        TokenResponse run();
    }
}
