/** Work that is done again and again. */
@NullMarked
package dev.vesper.eventstore.schedule;

import org.jspecify.annotations.NullMarked;
