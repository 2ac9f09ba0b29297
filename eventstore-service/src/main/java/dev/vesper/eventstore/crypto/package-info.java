/** The master key and what is made from it, password hashing, token hashes, keys of people and signing keys. */
@NullMarked
package dev.vesper.eventstore.crypto;

import org.jspecify.annotations.NullMarked;
