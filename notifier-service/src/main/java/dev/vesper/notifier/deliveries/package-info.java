/** The workers: claim, run, complete, rescue. */
@NullMarked
package dev.vesper.notifier.deliveries;

import org.jspecify.annotations.NullMarked;
