/** Who has which role in the system, an instance, an organisation or a project. */
@NullMarked
package dev.vesper.eventstore.write.member;

import org.jspecify.annotations.NullMarked;
