/** What went wrong, said the same way over gRPC and REST. */
@NullMarked
package dev.vesper.eventstore.gateway.errors;

import org.jspecify.annotations.NullMarked;
