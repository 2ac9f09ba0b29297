/** What a call says about itself: its id, what its caller had read, which fields it means, which page it is on. */
@NullMarked
package dev.vesper.eventstore.gateway.requests;

import org.jspecify.annotations.NullMarked;
