package dev.vesper.eventstore.write.webkey;

import dev.vesper.eventstore.crypto.SigningKeys.SigningKey;

/** What may be asked of a signing key. */
public sealed interface WebKeyCommand {
    record Add(SigningKey key) implements WebKeyCommand {}

    record Activate() implements WebKeyCommand {}

    record Deactivate() implements WebKeyCommand {}

    record Remove() implements WebKeyCommand {}
}
