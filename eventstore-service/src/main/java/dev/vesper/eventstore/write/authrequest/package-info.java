/** Authorization requests on their way to a code. */
@NullMarked
package dev.vesper.eventstore.write.authrequest;

import org.jspecify.annotations.NullMarked;
