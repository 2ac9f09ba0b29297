/** How an instance makes the codes that people are sent. */
@NullMarked
package dev.vesper.eventstore.write.generator;

import org.jspecify.annotations.NullMarked;
