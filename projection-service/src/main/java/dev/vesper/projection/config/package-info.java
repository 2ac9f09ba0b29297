/** What can be set from outside. */
@NullMarked
package dev.vesper.projection.config;

import org.jspecify.annotations.NullMarked;
