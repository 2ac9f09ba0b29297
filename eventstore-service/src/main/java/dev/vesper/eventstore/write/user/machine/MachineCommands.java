package dev.vesper.eventstore.write.user.machine;

import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Written;
import dev.vesper.eventstore.write.user.machine.MachineState.Description;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be done with machines. Each throws {@link dev.vesper.eventstore.write.CommandRejected}. */
public interface MachineCommands {
    Written describe(AdminCaller caller, String userId, Description description);

    /** @param expiration null for none */
    Made addPat(AdminCaller caller, String userId, @Nullable Instant expiration);

    Written removePat(AdminCaller caller, String userId, String tokenId);

    /**
     * @param expiration null for none
     * @param publicKey PEM; empty: a pair is made
     * @return with a JSON text that holds the private key, empty for an uploaded key
     */
    Made addKey(AdminCaller caller, String userId, @Nullable Instant expiration, String publicKey);

    Written removeKey(AdminCaller caller, String userId, String keyId);

    /** @return with the client id and secret */
    Made setSecret(AdminCaller caller, String userId);

    Written removeSecret(AdminCaller caller, String userId);

    /** @param secret what is shown this once */
    record Made(Written written, String id, String secret) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "Made[id=" + id + "]";
        }
    }
}
