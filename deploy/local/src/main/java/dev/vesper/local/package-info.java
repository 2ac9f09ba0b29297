/** The whole system on one machine. */
@NullMarked
package dev.vesper.local;

import org.jspecify.annotations.NullMarked;
