/** Which roles of which projects users have. */
@NullMarked
package dev.vesper.eventstore.write.user.grant;

import org.jspecify.annotations.NullMarked;
