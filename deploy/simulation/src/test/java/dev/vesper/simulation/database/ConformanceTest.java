package dev.vesper.simulation.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Plays the same statements to the simulated and to a real PostgreSQL: the simulation is worth what this compares. */
class ConformanceTest {
    @Test
    void theSimulatedDatabaseAnswersWhatTheRealOneDoes() {
        try (RealStage real = new RealStage()) {
            SimulatedStage simulated = new SimulatedStage();
            play(real);
            play(simulated);
            assertThat(simulated.transcript()).containsExactlyElementsOf(real.transcript());
        }
    }

    @Test
    void everyStatementThatIsSimulatedIsCompared() {
        SimulatedStage simulated = new SimulatedStage();
        play(simulated);
        Set<String> never = new TreeSet<>(Statements.ofServices().all().keySet());
        never.removeAll(simulated.played());
        assertThat(never).isEmpty();
    }

    private static void play(Stage stage) {
        LogScript.play(stage);
        RelayScript.play(stage);
        ProjectionScript.play(stage);
        NotifierScript.play(stage);
    }
}
