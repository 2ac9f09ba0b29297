/** Projects and the apps in them. */
@NullMarked
package dev.vesper.eventstore.write.project;

import org.jspecify.annotations.NullMarked;
