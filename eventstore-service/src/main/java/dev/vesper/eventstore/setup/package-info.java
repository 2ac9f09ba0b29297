/** The first start: an instance to sign in to, and an admin to begin with. */
@NullMarked
package dev.vesper.eventstore.setup;

import org.jspecify.annotations.NullMarked;
