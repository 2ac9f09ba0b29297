package dev.vesper.eventstore.setup;

import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** What the first start makes. */
public interface SetupSettings {
    /** Whether a start on an empty log sets up an instance. */
    @WithDefault("true")
    boolean enabled();

    /** Where the admin's password and token are written, readable by the owner alone; without it, there is no token. */
    Optional<Path> dataDir();

    /** Name of the organisation that owns the first users and projects. */
    @WithDefault("Default")
    String organisation();

    /** Wrong passwords after which a user is locked; 0 for never. */
    @WithDefault("10")
    int maxPasswordAttempts();
}
