/** What an app was granted in a session: its tokens. */
@NullMarked
package dev.vesper.eventstore.write.oidcsession;

import org.jspecify.annotations.NullMarked;
