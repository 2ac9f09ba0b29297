/** What others keep with users. */
@NullMarked
package dev.vesper.projection.read.usermetadata;

import org.jspecify.annotations.NullMarked;
