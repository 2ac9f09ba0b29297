/** What is done to the views' tables once: their creation, and numbered steps. */
@NullMarked
package dev.vesper.projection.setup;

import org.jspecify.annotations.NullMarked;
