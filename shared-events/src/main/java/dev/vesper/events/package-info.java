/** The event records, their names and versions, and their JSON. */
@NullMarked
package dev.vesper.events;

import org.jspecify.annotations.NullMarked;
