/** The only way out to third parties: resolved, checked, pinned, bounded. */
@NullMarked
package dev.vesper.notifier.egress;

import org.jspecify.annotations.NullMarked;
