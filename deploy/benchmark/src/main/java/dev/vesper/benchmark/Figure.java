package dev.vesper.benchmark;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number, beside something well known that was measured in the same run.
 *
 * @param value the median of the runs
 * @param yardstick what it is compared with
 * @param ratio value over yardstick value
 * @param goal the ratio that is good enough, where there is a goal: at least this for a rate, at most this for a time
 * @param met whether it was reached, where there is a goal
 * @param runs the value of each run
 * @param yardstickValue the median of its runs; null, like the ratio, where there is none
 * @param yardstickRuns the yardstick's value in each run; empty for a fixed limit
 */
record Figure(
        String name,
        double value,
        String unit,
        String yardstick,
        @Nullable Double yardstickValue,
        @Nullable Double ratio,
        @Nullable Double goal,
        @Nullable Boolean met,
        List<Double> runs,
        List<Double> yardstickRuns) {
    private static final String RATE = "1/s";
    private static final String TIME = "ms";
    private static final String NONE = "nothing to compare with";

    /** A rate, of which more is better. */
    static Figure rate(String name, List<Double> runs, String yardstick, List<Double> yardstickRuns, double goal) {
        double ratio = median(runs) / median(yardstickRuns);
        return new Figure(
                name,
                median(runs),
                RATE,
                yardstick,
                median(yardstickRuns),
                ratio,
                goal,
                ratio >= goal,
                runs,
                yardstickRuns);
    }

    /** A rate that is to be reached whatever others do. */
    static Figure rate(String name, List<Double> runs, double least) {
        return new Figure(
                name,
                median(runs),
                RATE,
                "goal",
                least,
                median(runs) / least,
                1.0,
                median(runs) >= least,
                runs,
                List.of());
    }

    /** A time, of which less is better. */
    static Figure time(String name, List<Double> runs, String yardstick, List<Double> yardstickRuns, double goal) {
        double ratio = median(runs) / median(yardstickRuns);
        return new Figure(
                name,
                median(runs),
                TIME,
                yardstick,
                median(yardstickRuns),
                ratio,
                goal,
                ratio <= goal,
                runs,
                yardstickRuns);
    }

    /** A time that must not be longer, whatever others do. */
    static Figure time(String name, List<Double> runs, double longest) {
        return new Figure(
                name,
                median(runs),
                TIME,
                "limit",
                longest,
                median(runs) / longest,
                1.0,
                median(runs) <= longest,
                runs,
                List.of());
    }

    /** Beside a yardstick, without a goal; or without either, where the yardstick could not be had. */
    static Figure shown(String name, List<Double> runs, String unit, String yardstick, List<Double> yardstickRuns) {
        if (yardstickRuns.isEmpty()) {
            return shown(name, runs, unit);
        }
        double compared = median(yardstickRuns);
        return new Figure(
                name,
                median(runs),
                unit,
                yardstick,
                compared,
                median(runs) / compared,
                null,
                null,
                runs,
                yardstickRuns);
    }

    static Figure shown(String name, List<Double> runs, String unit) {
        return new Figure(name, median(runs), unit, NONE, null, null, null, null, runs, List.of());
    }

    boolean isTime() {
        return unit.equals(TIME);
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
