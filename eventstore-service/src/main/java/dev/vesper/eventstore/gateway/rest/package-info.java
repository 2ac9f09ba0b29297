/**
 * The REST face: routes read from the {@code google.api.http} annotations of the services, JSON by protobuf's mapping,
 * and the very handlers that gRPC callers reach.
 */
@NullMarked
package dev.vesper.eventstore.gateway.rest;

import org.jspecify.annotations.NullMarked;
