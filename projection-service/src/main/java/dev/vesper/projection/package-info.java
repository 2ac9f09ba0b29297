/** Keeps the read models and answers queries. */
@NullMarked
package dev.vesper.projection;

import org.jspecify.annotations.NullMarked;
