/** Messages to people and apps, with each attempt to deliver them. */
@NullMarked
package dev.vesper.projection.read.notifications;

import org.jspecify.annotations.NullMarked;
