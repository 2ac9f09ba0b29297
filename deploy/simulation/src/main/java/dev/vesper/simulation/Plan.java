package dev.vesper.simulation;

import java.util.Optional;

/**
 * What is to be run.
 *
 * @param traced whether the steps are kept as text
 */
public record Plan(long seed, Optional<Fault> fault, boolean traced) {
    public boolean has(Fault planted) {
        return fault.filter(planted::equals).isPresent();
    }
}
