package dev.vesper.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulationTest {
    private static final long SEEDS = Long.getLong("vesper.simulation.seeds", 250L);
    private static final long SEEDS_PER_FAULT = 200;
    private static final Simulation SIMULATION = new Simulation();

    @Test
    void keepsItsPromisesWhateverHappens() {
        LongStream.range(0, SEEDS)
                .mapToObj(SIMULATION::run)
                .forEach(report -> assertThat(report.violation())
                        .as(
                                "to see it: -Dtest=SimulationTest#replaysOneSeed -Dvesper.simulation.seed=%d",
                                report.seed())
                        .isEmpty());
    }

    @Test
    void replaysOneSeed() {
        Long seed = Long.getLong("vesper.simulation.seed");
        assumeTrue(seed != null, "no seed is given");
        Optional<Fault> fault = Optional.ofNullable(System.getProperty("vesper.simulation.fault"))
                .map(Fault::valueOf);
        Report report = SIMULATION.run(new Plan(seed, fault, true));
        report.trace().forEach(System.out::println);
        System.out.println(report.counts());
        assertThat(report.violation()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void findsEachFaultWithinTwoHundredSeeds(Fault fault) {
        Optional<Report> found = LongStream.range(0, SEEDS_PER_FAULT)
                .mapToObj(seed -> SIMULATION.run(new Plan(seed, Optional.of(fault), false)))
                .filter(report -> report.violation().isPresent())
                .findFirst();
        assertThat(found).isPresent();
    }

    @Test
    void goesTheSameWayWithTheSameSeed() {
        for (long seed = 0; seed < 5; seed++) {
            Report once = SIMULATION.run(new Plan(seed, Optional.empty(), true));
            Report again = SIMULATION.run(new Plan(seed, Optional.empty(), true));
            assertThat(again.trace()).isEqualTo(once.trace());
            assertThat(again.digest()).isEqualTo(once.digest());
        }
    }

    @Test
    void everyKindOfTroubleHappens() {
        Map<String, Integer> counts = new TreeMap<>();
        LongStream.range(0, 50)
                .mapToObj(SIMULATION::run)
                .forEach(report -> report.counts().forEach((what, times) -> counts.merge(what, times, Integer::sum)));
        assertThat(counts)
                .containsKeys(
                        "kill",
                        "start",
                        "pause",
                        "clock",
                        "call lost",
                        "reply lost",
                        "request to the broker lost",
                        "answer of the broker lost",
                        "connection lost before a statement",
                        "connection lost after a statement");
        assertThat(counts.get("events")).isGreaterThan(1_000);
    }
}
