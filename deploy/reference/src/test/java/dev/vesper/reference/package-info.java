@NullMarked
package dev.vesper.reference;

import org.jspecify.annotations.NullMarked;
