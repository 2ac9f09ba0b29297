@NullMarked
package dev.vesper.internal;

import org.jspecify.annotations.NullMarked;
