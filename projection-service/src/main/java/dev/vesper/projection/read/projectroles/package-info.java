/** The roles of projects. */
@NullMarked
package dev.vesper.projection.read.projectroles;

import org.jspecify.annotations.NullMarked;
