package dev.vesper.eventstore.write;

import io.smallrye.config.WithDefault;

/** How commands run. */
public interface WriteSettings {
    /** How often a command is decided anew when others were faster. */
    @WithDefault("20")
    int attempts();

    /** How many folded users, projects, organisations and instances stay in memory. */
    @WithDefault("20000")
    int keptAggregates();
}
