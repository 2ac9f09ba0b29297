package dev.vesper.benchmark;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number, beside something well known that was measured in the same run.
 *
 * @param value the median of the runs
 * @param yardstick what it is compared with
 * @param ratio value over yardstick value
 * @param goal the least ratio that is good enough, where there is a goal
 * @param met whether it was reached, where there is a goal
 * @param runs the value of each run
 */
record Figure(
        String name,
        double value,
        String unit,
        String yardstick,
        double yardstickValue,
        double ratio,
        @Nullable Double goal,
        @Nullable Boolean met,
        List<Double> runs) {
    /** A rate, of which more is better. */
    static Figure rate(String name, List<Double> runs, String yardstick, List<Double> yardstickRuns, double goal) {
        double ratio = median(runs) / median(yardstickRuns);
        return new Figure(
                name, median(runs), "1/s", yardstick, median(yardstickRuns), ratio, goal, ratio >= goal, runs);
    }

    /** A time without a goal. */
    static Figure time(String name, List<Double> runsMs, String yardstick, List<Double> yardstickRunsMs) {
        double ratio = median(runsMs) / median(yardstickRunsMs);
        return new Figure(name, median(runsMs), "ms", yardstick, median(yardstickRunsMs), ratio, null, null, runsMs);
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
