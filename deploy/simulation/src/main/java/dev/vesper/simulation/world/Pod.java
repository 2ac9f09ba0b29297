package dev.vesper.simulation.world;

import dev.vesper.simulation.scheduling.Host;

/** A process that may be killed, and is then started anew. */
interface Pod {
    Host host();
}
