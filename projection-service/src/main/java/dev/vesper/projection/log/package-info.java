/** eventstore-service as this service sees it: the log, and the keys of people. */
@NullMarked
package dev.vesper.projection.log;

import org.jspecify.annotations.NullMarked;
