/** Organisations and their domains. */
@NullMarked
package dev.vesper.projection.read.orgs;

import org.jspecify.annotations.NullMarked;
