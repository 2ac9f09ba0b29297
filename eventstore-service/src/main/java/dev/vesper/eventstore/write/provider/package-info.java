/** Who takes an instance's messages away: mail servers, text messages, web pages. Several are stored, one of a kind is in use. */
@NullMarked
package dev.vesper.eventstore.write.provider;

import org.jspecify.annotations.NullMarked;
