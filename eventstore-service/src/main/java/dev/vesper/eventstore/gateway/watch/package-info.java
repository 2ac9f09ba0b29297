/** Calls that go on until their caller leaves. */
@NullMarked
package dev.vesper.eventstore.gateway.watch;

import org.jspecify.annotations.NullMarked;
