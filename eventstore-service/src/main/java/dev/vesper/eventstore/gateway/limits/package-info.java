/** How much one caller may ask of the admin API. */
@NullMarked
package dev.vesper.eventstore.gateway.limits;

import org.jspecify.annotations.NullMarked;
