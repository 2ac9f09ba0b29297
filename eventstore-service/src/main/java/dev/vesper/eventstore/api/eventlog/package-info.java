/** The raw log for other services: they push only what they own, and read what they follow. */
@NullMarked
package dev.vesper.eventstore.api.eventlog;

import org.jspecify.annotations.NullMarked;
