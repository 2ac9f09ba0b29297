package dev.vesper.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code .vesper/bench/<name>.json} holds. */
record Report(String name, String at, Machine machine, List<Figure> figures) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static Report of(String name, Instant at, List<Figure> figures) {
        return new Report(name, at.toString(), Machine.current(), figures);
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of strings and numbers are always JSON", e);
        }
    }

    String table() {
        return figures.stream().map(Report::line).collect(Collectors.joining());
    }

    private static String line(Figure figure) {
        var goal = figure.met() == null ? "" : (figure.met() ? ", met" : ", MISSED") + " (goal " + figure.goal() + ")";
        return "  %-44s %,12.1f %-4s %s: %,.1f, ratio %.2f%s%n"
                .formatted(
                        figure.name(),
                        figure.value(),
                        figure.unit(),
                        figure.yardstick(),
                        figure.yardstickValue(),
                        figure.ratio(),
                        goal);
    }

    /** Where it was measured. */
    record Machine(String os, int cores, long memoryMiB, String java) {
        static Machine current() {
            var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            return new Machine(
                    system.getName() + " " + system.getArch(),
                    system.getAvailableProcessors(),
                    system.getTotalMemorySize() >> 20,
                    Runtime.version().toString());
        }
    }
}
