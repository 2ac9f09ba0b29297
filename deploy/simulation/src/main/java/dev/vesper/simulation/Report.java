package dev.vesper.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a run went.
 *
 * @param violation the promise that was broken
 * @param digest the same for two runs that went the same way
 * @param counts how often what happened, so that one sees that the run was worth something
 */
public record Report(
        long seed,
        Optional<String> violation,
        long digest,
        long steps,
        Map<String, Integer> counts,
        List<String> trace) {}
