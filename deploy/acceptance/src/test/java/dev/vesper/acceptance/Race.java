package dev.vesper.acceptance;

import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.ConsistencyToken;
import dev.vesper.events.Cursor;
import dev.vesper.proto.internal.v1.Grant;
import dev.vesper.proto.internal.v1.TokenResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One session, whose end and the exchanges of its codes are let loose at the same time, but for the head start that makes it a
 * close race.
 *
 * @param endedAt the position of the session's end
 * @param granted what was given all the same
 * @param refused exchanges that came too late
 */
record Race(String sessionId, long endedAt, List<Grant> granted, int refused) {

    static Race run(Racer racer, int codes) {
        var sessionId = racer.signIn();
        var race = letLoose(racer, sessionId, codes);
        racer.headStart().won(race.granted().size(), race.refused());
        return race;
    }

    private static Race letLoose(Racer racer, String sessionId, int count) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var codes = joined(Stream.generate(() -> supplyAsync(() -> racer.issueCode(sessionId), threads))
                    .limit(count)
                    .toList());
            var exchanging = after(racer.headStart().ofSecond(), threads);
            var ending = after(racer.headStart().ofFirst(), threads);
            var exchanges = codes.stream()
                    .map(code -> supplyAsync(() -> racer.exchange(code), exchanging))
                    .toList();
            var end = supplyAsync(() -> racer.end(sessionId), ending);
            return of(sessionId, end.join(), joined(exchanges));
        }
    }

    private static <T> List<T> joined(List<CompletableFuture<T>> futures) {
        return futures.stream().map(CompletableFuture::join).toList();
    }

    private static Executor after(Duration delay, Executor threads) {
        return delay.isZero() ? threads : delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS, threads);
    }

    private static Race of(String sessionId, ConsistencyToken end, List<TokenResponse> answers) {
        var granted = answers.stream()
                .filter(TokenResponse::hasGrant)
                .map(TokenResponse::getGrant)
                .toList();
        assertThat(answers)
                .filteredOn(TokenResponse::hasError)
                .extracting(answer -> answer.getError().getError())
                .allMatch("invalid_grant"::equals);
        long endedAt =
                end.marks().values().stream().mapToLong(Cursor::position).max().orElseThrow();
        return new Race(sessionId, endedAt, granted, answers.size() - granted.size());
    }
}
