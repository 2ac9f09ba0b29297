package dev.vesper.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Measurements that take turns, so that whatever else the machine does hits all of them alike. */
final class Rounds {
    private final Map<String, Measurement> measurements = new LinkedHashMap<>();
    private final Map<String, List<Load>> loads = new LinkedHashMap<>();

    /** One turn of one measurement. */
    interface Measurement {
        Load run(int round) throws Exception;
    }

    void add(String name, Measurement measurement) {
        measurements.put(name, measurement);
    }

    void run(int rounds) throws Exception {
        for (int round = 1; round <= rounds; round++) {
            var line = new StringBuilder("  round " + round + " of " + rounds + ":");
            for (var each : measurements.entrySet()) {
                var load = each.getValue().run(round);
                loads.computeIfAbsent(each.getKey(), _ -> new ArrayList<>()).add(load);
                line.append(" %s %,.0f/s".formatted(each.getKey(), load.perSecond()))
                        .append(Double.isNaN(load.p99Ms()) ? ";" : " (p99 %.1f ms);".formatted(load.p99Ms()));
            }
            System.out.println(line);
        }
    }

    /** @return empty for a measurement that there was not */
    List<Double> rates(String name) {
        return each(name, Load::perSecond);
    }

    List<Double> p99s(String name) {
        return each(name, Load::p99Ms);
    }

    List<Double> p50s(String name) {
        return each(name, Load::p50Ms);
    }

    private List<Double> each(String name, ToDoubleFunction<Load> value) {
        return loads.getOrDefault(name, List.of()).stream()
                .map(value::applyAsDouble)
                .toList();
    }
}
