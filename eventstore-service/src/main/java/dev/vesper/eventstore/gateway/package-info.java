/** The admin API: one set of handlers, reached over gRPC and, through a transcoder, over REST. */
@NullMarked
package dev.vesper.eventstore.gateway;

import org.jspecify.annotations.NullMarked;
