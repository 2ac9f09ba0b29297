/** What tests begin with: a database with the views' tables, events, a topic and a log. */
@NullMarked
package dev.vesper.projection.given;

import org.jspecify.annotations.NullMarked;
