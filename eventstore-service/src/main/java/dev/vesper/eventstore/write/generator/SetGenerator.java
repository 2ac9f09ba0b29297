package dev.vesper.eventstore.write.generator;

/** Replaces the setting of one kind of code. */
record SetGenerator(String generatorType, GeneratorSettings settings) {}
