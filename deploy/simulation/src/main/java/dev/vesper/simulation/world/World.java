package dev.vesper.simulation.world;

import dev.vesper.simulation.Plan;
import dev.vesper.simulation.Report;
import dev.vesper.simulation.Scenario;
import dev.vesper.simulation.scheduling.Chance;
import dev.vesper.simulation.scheduling.Scheduler;
import dev.vesper.simulation.scheduling.Trace;
import dev.vesper.simulation.scheduling.Violation;
import java.util.Optional;

/** Puts everything together, lets it run through bad times and good ones, and says whether the promises held. */
public final class World implements Scenario {
    @Override
    public Report run(Plan plan) {
        Trace trace = new Trace(plan.traced());
        Scheduler scheduler = new Scheduler(new Chance(plan.seed()), trace);
        Run run = new Run(plan, scheduler);
        Optional<String> violation = Optional.empty();
        try {
            run.run();
        } catch (Violation broken) {
            violation = Optional.of(String.valueOf(broken.getMessage()));
        }
        run.end();
        return new Report(plan.seed(), violation, trace.digest(), scheduler.steps(), run.counts(), trace.lines());
    }
}
