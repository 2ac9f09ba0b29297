/** The event log, as this service reads and writes it. */
@NullMarked
package dev.vesper.notifier.log;

import org.jspecify.annotations.NullMarked;
