/** What each app was granted within a session, and its tokens. */
@NullMarked
package dev.vesper.projection.read.oidcsessions;

import org.jspecify.annotations.NullMarked;
