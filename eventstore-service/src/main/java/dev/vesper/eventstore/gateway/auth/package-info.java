/** Who calls the admin API, and whether they may. */
@NullMarked
package dev.vesper.eventstore.gateway.auth;

import org.jspecify.annotations.NullMarked;
