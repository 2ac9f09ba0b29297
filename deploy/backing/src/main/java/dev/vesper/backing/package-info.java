/** A real PostgreSQL and a real Kafka broker for tests and for the local stack. */
@NullMarked
package dev.vesper.backing;

import org.jspecify.annotations.NullMarked;
