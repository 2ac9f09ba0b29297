/** From events to notification requests, and from the log's record back to the schedule. */
@NullMarked
package dev.vesper.notifier.automation;

import org.jspecify.annotations.NullMarked;
