package dev.vesper.eventstore.write.user.human;

import io.smallrye.config.WithDefault;

/** Codes that people bring back. How they are made is a setting of the instance. */
public interface CodeSettings {
    /** Wrong tries after which a code is no longer good. */
    @WithDefault("5")
    int maxTries();
}
