/** How every query answers: waiting, paging, times, and typed refusals. */
@NullMarked
package dev.vesper.projection.answer;

import org.jspecify.annotations.NullMarked;
