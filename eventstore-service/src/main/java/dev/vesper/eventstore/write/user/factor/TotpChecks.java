package dev.vesper.eventstore.write.user.factor;

import dev.vesper.events.UserCheckEvent;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.Loaded;
import dev.vesper.eventstore.write.Outcome;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.Written;
import dev.vesper.eventstore.write.user.Users;
import dev.vesper.eventstore.write.user.human.CodeSettings;
import dev.vesper.eventstore.write.usercheck.UserCheckCommand;
import dev.vesper.eventstore.write.usercheck.UserCheckDecider;
import dev.vesper.eventstore.write.usercheck.UserCheckState;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;

/** Compares codes that go by the time; both results are recorded on {@code user_check}, so that guesses count and no code is good twice. */
@Singleton
final class TotpChecks {
    private final CommandPipeline pipeline;
    private final CodeSettings settings;
    private final Clock clock;

    TotpChecks(CommandPipeline pipeline, CodeSettings settings, Clock clock) {
        this.pipeline = pipeline;
        this.settings = settings;
        this.clock = clock;
    }

    /** The first code, which makes the factor count. */
    Written verify(AdminCaller caller, String userId, String code) {
        Outcome<Verdict> outcome = pipeline.execute(unit -> {
            var factors = unit.load(FactorDecider.KIND, caller.instanceId(), userId);
            Users.present(unit, caller, userId);
            return check(unit, caller, factors, code);
        });
        outcome.result().refusal().ifPresent(refusal -> {
            throw refusal;
        });
        return outcome.written(outcome.result().factors());
    }

    private Verdict check(UnitOfWork unit, AdminCaller caller, Loaded<FactorState> factors, String code) {
        var totp = FactorDecider.pendingTotp(factors.state());
        var check = unit.load(
                UserCheckDecider.KIND, caller.instanceId(), factors.id().id());
        if (check.state().wrongTries(totp.factorId()) >= settings.maxTries()) {
            throw CommandRejected.failedPrecondition(
                    "CODE_TRIES_EXCEEDED", "Too many codes were wrong; add the factor anew.");
        }
        String secret = totp.secret();
        OptionalLong step = secret == null
                ? OptionalLong.empty()
                : Totp.match(secret, code, clock.instant(), check.state().totpStep());
        if (step.isEmpty()) {
            unit.hold(factors);
            record(
                    unit,
                    caller,
                    check,
                    factors.owner(),
                    new UserCheckCommand.RecordWrongCode(new UserCheckEvent.TotpCheckFailed(totp.factorId())));
            return new Verdict(
                    factors, Optional.of(CommandRejected.invalid("CODE_WRONG", "code", "The code is wrong.")));
        }
        record(unit, caller, check, factors.owner(), new UserCheckCommand.RecordRightTotp(step.getAsLong()));
        unit.append(factors, caller.userId(), FactorDecider.decide(new FactorCommand.VerifyTotp(), factors.state()));
        return new Verdict(factors, Optional.empty());
    }

    private static void record(
            UnitOfWork unit, AdminCaller caller, Loaded<UserCheckState> check, String owner, UserCheckCommand command) {
        unit.append(
                check.id(),
                owner,
                caller.userId(),
                Expectation.exactly(check.sequence()),
                UserCheckDecider.decide(command, check.state()));
    }

    private record Verdict(Loaded<FactorState> factors, Optional<CommandRejected> refusal) {}
}
