/** Organisations, which own users and projects. */
@NullMarked
package dev.vesper.eventstore.write.org;

import org.jspecify.annotations.NullMarked;
