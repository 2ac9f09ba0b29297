/** The running service: its parts put together, its start and end, its health, and the gRPC services that it answers. */
@NullMarked
package dev.vesper.projection.service;

import org.jspecify.annotations.NullMarked;
