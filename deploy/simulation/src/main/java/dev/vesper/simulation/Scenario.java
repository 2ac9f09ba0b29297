package dev.vesper.simulation;

/** What is run, loaded with the services. */
public interface Scenario {
    Report run(Plan plan);
}
