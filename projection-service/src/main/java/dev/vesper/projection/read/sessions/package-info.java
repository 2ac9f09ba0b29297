/** Sign-ins of people in their browsers. */
@NullMarked
package dev.vesper.projection.read.sessions;

import org.jspecify.annotations.NullMarked;
