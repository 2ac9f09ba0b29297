/** Leadership among pods: a row with a holder, an epoch and an expiry by the database's clock. */
@NullMarked
package dev.vesper.eventstore.lease;

import org.jspecify.annotations.NullMarked;
