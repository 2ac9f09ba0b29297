package dev.vesper.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final Simulation SIMULATION = new Simulation();

    /** With {@code -Dvesper.simulation.seed=N} only that one, with its trace. */
    @Test
    void keepsItsPromisesWhateverHappens() {
        Long only = Long.getLong("vesper.simulation.seed");
        if (only != null) {
            Report report = SIMULATION.run(new Plan(only, Optional.empty(), true));
            report.trace().forEach(System.out::println);
            System.out.println(report.violation() + " " + report.counts());
            assertThat(report.violation()).isEmpty();
            return;
        }
        LongStream.range(0, Long.getLong("vesper.simulation.seeds", 100L))
                .mapToObj(SIMULATION::run)
                .forEach(report -> assertThat(report.violation())
                        .as("seed %d; run it alone with -Dvesper.simulation.seed=%d", report.seed(), report.seed())
                        .isEmpty());
    }
}
