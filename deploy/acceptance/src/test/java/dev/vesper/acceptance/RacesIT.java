package dev.vesper.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.proto.internal.v1.Grant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing is minted for what ended: either the exchange comes first, and its app is told, or it is refused. */
@Order(7)
@ExtendWith(WholeSystem.class)
final class RacesIT {
    private static final int SESSIONS = 1_250;
    private static final int CODES_PER_SESSION = 8;
    private static final int AT_ONCE = 4;
    private static final Duration TELLING = Duration.ofMinutes(2);

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void of_ten_thousand_exchanges_against_the_end_of_their_session_none_is_granted_after_it(Vesper vesper) {
        var app = vesper.relyingParty();
        List<Race> races;
        try (var internal = vesper.asOidcService()) {
            races = runAll(vesper, internal, app.app());
        }

        assertThat(races)
                .allSatisfy(race -> assertThat(race.granted())
                        .extracting(Grant::getPosition)
                        .allMatch(position -> position <= race.endedAt()));
        int granted = races.stream().mapToInt(race -> race.granted().size()).sum();
        int refused = races.stream().mapToInt(Race::refused).sum();
        System.out.println(
                granted + " exchanges were granted before the end of their session, " + refused + " refused after it");
        assertThat(granted + refused).isEqualTo(SESSIONS * CODES_PER_SESSION);
        assertThat(List.of(granted, refused))
                .as("both sides win often, so that the races are close")
                .allMatch(wins -> wins > SESSIONS * CODES_PER_SESSION / 20);
        assertToldExactly(app, races);
    }

    /** An app is told of each session that gave it something, and of no other. */
    private static void assertToldExactly(RelyingParty app, List<Race> races) {
        var inIt = races.stream()
                .filter(race -> !race.granted().isEmpty())
                .map(Race::sessionId)
                .collect(Collectors.toSet());
        Eventually.isTrue(
                TELLING,
                "the app is told " + inIt.size() + " times",
                () -> app.inbox().told().size() >= inIt.size());
        Set<String> told = app.inbox().told().stream()
                .map(each -> app.validate(each).getSessionID().getValue())
                .collect(Collectors.toSet());
        assertThat(told).isEqualTo(inIt);
    }

    private static List<Race> runAll(Vesper vesper, Internal internal, App app) {
        try (var lanes = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<List<Race>>> running = new ArrayList<>();
            for (int lane = 0; lane < AT_ONCE; lane++) {
                var racer = new Racer(internal, vesper, app, vesper.admin().createUser());
                int sessions = SESSIONS / AT_ONCE + (lane < SESSIONS % AT_ONCE ? 1 : 0);
                running.add(lanes.submit(() -> runLane(racer, sessions)));
            }
            List<Race> races = new ArrayList<>();
            for (var lane : running) {
                races.addAll(lane.get());
            }
            return races;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in the races", e);
        }
    }

    private static List<Race> runLane(Racer racer, int sessions) {
        List<Race> races = new ArrayList<>();
        for (int session = 0; session < sessions; session++) {
            races.add(Race.run(racer, CODES_PER_SESSION));
        }
        return races;
    }
}
