/** Tests of the whole system from outside. */
@NullMarked
package dev.vesper.acceptance;

import org.jspecify.annotations.NullMarked;
