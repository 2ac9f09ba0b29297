package dev.vesper.eventstore.olddata;

import java.sql.SQLException;
import java.util.Optional;

/** A push that draws its sequences at one moment of the test and commits at another; others overtake it meanwhile. */
final class LatePush implements AutoCloseable {
    private final OldSystem system;
    private Optional<OldSystem.OpenPush> push = Optional.empty();

    LatePush(OldSystem system) {
        this.system = system;
    }

    void begin() throws SQLException {
        push = Optional.of(system.open("i2", "late", 4));
        try (var overtaking = system.open("i2", "overtaking", 4)) {
            overtaking.commit();
        }
    }

    void commit() throws SQLException {
        push.orElseThrow().commit();
    }

    void rollBack() throws SQLException {
        if (push.isPresent()) {
            push.get().close();
        }
    }

    @Override
    public void close() throws SQLException {
        rollBack();
    }
}
