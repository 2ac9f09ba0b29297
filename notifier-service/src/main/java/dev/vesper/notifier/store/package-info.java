/** The notifier's own tables, reached by blocking calls with a limit on every wait. */
@NullMarked
package dev.vesper.notifier.store;

import org.jspecify.annotations.NullMarked;
