/** Statements kept as resources, and connections that send them. */
@NullMarked
package dev.vesper.eventstore.sql;

import org.jspecify.annotations.NullMarked;
