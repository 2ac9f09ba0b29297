package dev.vesper.eventstore.write.user.machine;

import dev.vesper.eventstore.write.user.machine.MachineState.Description;
import dev.vesper.eventstore.write.user.machine.MachineState.MachineKey;

/** What may be asked of a machine. */
sealed interface MachineCommand {
    record Describe(Description description) implements MachineCommand {}

    record AddKey(String keyId, MachineKey key) implements MachineCommand {}

    record RemoveKey(String keyId) implements MachineCommand {}

    record SetSecret(String hash) implements MachineCommand {}

    record RemoveSecret() implements MachineCommand {}
}
