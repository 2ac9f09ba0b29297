/** Which configuration keys there are, so that a misspelt one stops the start. */
@NullMarked
package dev.vesper.config;

import org.jspecify.annotations.NullMarked;
