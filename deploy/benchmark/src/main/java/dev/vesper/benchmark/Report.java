package dev.vesper.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code .vesper/bench/<name>.json} holds. */
record Report(String name, String at, Machine machine, List<Figure> figures) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** @param loadBefore the machine's load before the stack was started, see {@link Machine#load} */
    static Report of(String name, Instant at, double loadBefore, List<Figure> figures) {
        return new Report(name, at.toString(), Machine.current(loadBefore), figures);
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of strings and numbers are always JSON", e);
        }
    }

    String table() {
        return "  %s, %d cores, load %.1f before and %.1f after%n"
                        .formatted(machine.os(), machine.cores(), machine.loadBefore(), machine.loadAfter())
                + "  %-62s %10s %-4s %-19s %s%n".formatted("median of the runs", "", "", "[least-most]", "beside")
                + figures.stream().map(Report::line).collect(Collectors.joining());
    }

    private static String line(Figure figure) {
        return "  %-62s %,10.1f %-4s %-19s %s%s%n"
                .formatted(
                        figure.name(),
                        figure.value(),
                        figure.unit(),
                        spread(figure.runs()),
                        compared(figure),
                        verdict(figure));
    }

    private static String compared(Figure figure) {
        return figure.yardstickValue() == null
                ? figure.yardstick()
                : "%s %,.1f %s: ratio %.2f"
                        .formatted(
                                figure.yardstick(),
                                figure.yardstickValue(),
                                figure.yardstickRuns().isEmpty() ? "" : spread(figure.yardstickRuns()),
                                figure.ratio());
    }

    private static String verdict(Figure figure) {
        return figure.met() == null
                ? ""
                : ", %s (%s %.2f)"
                        .formatted(
                                figure.met() ? "met" : "MISSED",
                                figure.isTime() ? "at most" : "at least",
                                figure.goal());
    }

    private static String spread(List<Double> runs) {
        return "[%,.1f-%,.1f]".formatted(Collections.min(runs), Collections.max(runs));
    }

    /**
     * Where it was measured.
     *
     * @param loadBefore the average number of processes that ran or wanted to, in the minute before
     */
    record Machine(String os, int cores, long memoryMiB, String java, double loadBefore, double loadAfter) {
        static Machine current(double loadBefore) {
            var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            return new Machine(
                    system.getName() + " " + system.getArch(),
                    system.getAvailableProcessors(),
                    system.getTotalMemorySize() >> 20,
                    Runtime.version().toString(),
                    loadBefore,
                    load());
        }

        static double load() {
            return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        }
    }
}
