/** The configuration reference, read from the sources of the configuration interfaces. */
@NullMarked
package dev.vesper.reference;

import org.jspecify.annotations.NullMarked;
