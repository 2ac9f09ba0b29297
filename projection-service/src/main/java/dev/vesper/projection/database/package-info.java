/** SQL from resources, and the one way to run it. */
@NullMarked
package dev.vesper.projection.database;

import org.jspecify.annotations.NullMarked;
