/**
 * A Kafka broker as far as the services rely on it: transactional producers that a later one of the same id fences, consumers
 * that see only what is committed and nothing past an open transaction, and groups that share out partitions.
 */
@NullMarked
package dev.vesper.simulation.broker;

import org.jspecify.annotations.NullMarked;
