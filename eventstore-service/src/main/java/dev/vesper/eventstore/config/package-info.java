/** What can be set from outside. */
@NullMarked
package dev.vesper.eventstore.config;

import org.jspecify.annotations.NullMarked;
