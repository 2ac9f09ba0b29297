/** The internal gRPC services: what the other services ask the write side. */
@NullMarked
package dev.vesper.eventstore.api;

import org.jspecify.annotations.NullMarked;
