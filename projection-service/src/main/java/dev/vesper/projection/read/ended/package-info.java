/** What has ended, and at which position: sessions, and what sessions stand on. */
@NullMarked
package dev.vesper.projection.read.ended;

import org.jspecify.annotations.NullMarked;
