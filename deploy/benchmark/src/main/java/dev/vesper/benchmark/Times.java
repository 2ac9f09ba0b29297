package dev.vesper.benchmark;

import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;

/** How long things took, in milliseconds, the shortest first. */
record Times(List<Double> sortedMs) {
    static Times of(Collection<Long> ends, long began) {
        return sorted(ends.stream().mapToDouble(end -> (end - began) / 1e6));
    }

    static Times all(Collection<Times> parts) {
        return sorted(parts.stream().flatMap(part -> part.sortedMs().stream()).mapToDouble(Double::doubleValue));
    }

    double median() {
        return percentile(50);
    }

    /** The time within which so many of a hundred were done. */
    double percentile(int percent) {
        return sortedMs.get((int) Math.ceil(sortedMs.size() * percent / 100.0) - 1);
    }

    private static Times sorted(DoubleStream times) {
        return new Times(times.sorted().boxed().toList());
    }
}
