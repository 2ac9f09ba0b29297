/** Carries the trace over calls that Quarkus does not make itself. */
@NullMarked
package dev.vesper.eventstore.gateway.trace;

import org.jspecify.annotations.NullMarked;
