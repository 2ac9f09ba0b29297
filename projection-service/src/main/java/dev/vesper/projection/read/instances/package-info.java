/** Instances with their domains, policies and settings. */
@NullMarked
package dev.vesper.projection.read.instances;

import org.jspecify.annotations.NullMarked;
