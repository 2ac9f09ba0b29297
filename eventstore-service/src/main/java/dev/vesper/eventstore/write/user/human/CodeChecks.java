package dev.vesper.eventstore.write.user.human;

import dev.vesper.eventstore.crypto.TokenHash;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.Loaded;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.usercheck.UserCheckCommand;
import dev.vesper.eventstore.write.usercheck.UserCheckDecider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Compares codes. Wrong tries are recorded on {@code user_check} at an exact sequence, and a right one counts only if none
 * came between, so of many guesses at once each counts.
 */
@Singleton
final class CodeChecks {
    private final CodeSettings settings;
    private final Clock clock;

    CodeChecks(CodeSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @return how to refuse a wrong code once the try is recorded; empty for the right one
     * @throws CommandRejected where there is no code to compare with, or it is no longer good
     */
    Optional<CommandRejected> check(
            UnitOfWork unit, AdminCaller caller, Loaded<HumanState> human, CodeKind kind, String text) {
        PendingCode pending = pending(human.state(), kind);
        var check =
                unit.load(UserCheckDecider.KIND, caller.instanceId(), human.id().id());
        if (check.state().wrongTries(pending.codeId()) >= settings.maxTries()) {
            throw CommandRejected.failedPrecondition(
                    "CODE_TRIES_EXCEEDED", "The code was tried too often; ask for a new one.");
        }
        String hash = pending.hash();
        if (hash != null && TokenHash.matches(text.strip(), hash)) {
            unit.hold(check);
            return Optional.empty();
        }
        unit.hold(human);
        unit.append(
                check.id(),
                human.owner(),
                caller.userId(),
                Expectation.exactly(check.sequence()),
                UserCheckDecider.decide(
                        new UserCheckCommand.RecordWrongCode(kind.failed(pending.codeId())), check.state()));
        return Optional.of(CommandRejected.invalid("CODE_WRONG", "verificationCode", "The code is wrong."));
    }

    private PendingCode pending(HumanState state, CodeKind kind) {
        PendingCode pending = state.codes().get(kind);
        if (pending == null) {
            throw CommandRejected.failedPrecondition(
                    "CODE_NOT_FOUND", "There is no code to compare with; it was used, or none was made.");
        }
        if (!clock.instant().isBefore(pending.expiry())) {
            throw CommandRejected.failedPrecondition("CODE_EXPIRED", "The code is no longer good; ask for a new one.");
        }
        return pending;
    }
}
