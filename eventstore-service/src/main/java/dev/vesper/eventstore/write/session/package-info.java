/** Sign-ins, and their ends. */
@NullMarked
package dev.vesper.eventstore.write.session;

import org.jspecify.annotations.NullMarked;
