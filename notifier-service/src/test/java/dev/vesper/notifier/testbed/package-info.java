/** Everything around a notifier, for tests. */
@NullMarked
package dev.vesper.notifier.testbed;

import org.jspecify.annotations.NullMarked;
