/**
 * What the probes see. PostgreSQL's check is Quarkus' own. Kafka has none: while the broker is away, pushes are still
 * taken and the relay catches up later, so a pod that was taken out of service for it would only make things worse.
 */
@NullMarked
package dev.vesper.eventstore.health;

import org.jspecify.annotations.NullMarked;
