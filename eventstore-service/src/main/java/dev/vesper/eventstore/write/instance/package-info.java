/** An instance: its domains, policies and settings. */
@NullMarked
package dev.vesper.eventstore.write.instance;

import org.jspecify.annotations.NullMarked;
