/** The facts that Vesper keeps: one sealed interface per aggregate, their names and revisions, and their JSON. */
@NullMarked
package dev.vesper.events;

import org.jspecify.annotations.NullMarked;
