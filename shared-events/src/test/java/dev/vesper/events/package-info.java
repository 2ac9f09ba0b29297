@NullMarked
package dev.vesper.events;

import org.jspecify.annotations.NullMarked;
