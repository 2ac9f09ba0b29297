/** What a person is called, how they are reached, and the codes that they bring back. */
@NullMarked
package dev.vesper.eventstore.write.user.human;

import org.jspecify.annotations.NullMarked;
