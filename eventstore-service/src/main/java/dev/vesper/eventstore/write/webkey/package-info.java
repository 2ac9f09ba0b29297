/** Signing keys of an instance. */
@NullMarked
package dev.vesper.eventstore.write.webkey;

import org.jspecify.annotations.NullMarked;
