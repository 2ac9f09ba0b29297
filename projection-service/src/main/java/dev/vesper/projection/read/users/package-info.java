/** People: names, states, addresses. */
@NullMarked
package dev.vesper.projection.read.users;

import org.jspecify.annotations.NullMarked;
