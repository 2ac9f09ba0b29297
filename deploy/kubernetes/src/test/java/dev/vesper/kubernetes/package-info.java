@NullMarked
package dev.vesper.kubernetes;

import org.jspecify.annotations.NullMarked;
