package dev.vesper.eventstore.write.user.factor;

import dev.vesper.eventstore.crypto.RandomTokens;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.IdSource;
import dev.vesper.eventstore.write.Loaded;
import dev.vesper.eventstore.write.Outcome;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.Written;
import dev.vesper.eventstore.write.instance.InstanceDecider;
import dev.vesper.eventstore.write.user.Users;
import dev.vesper.eventstore.write.user.human.HumanDecider;
import dev.vesper.eventstore.write.user.human.HumanState;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.function.Function;

@Singleton
final class FactorHandler implements FactorCommands {
    private final CommandPipeline pipeline;
    private final TotpChecks checks;
    private final RandomTokens random;
    private final IdSource ids;

    FactorHandler(CommandPipeline pipeline, TotpChecks checks, RandomTokens random, IdSource ids) {
        this.pipeline = pipeline;
        this.checks = checks;
        this.random = random;
        this.ids = ids;
    }

    @Override
    public NewTotp addTotp(AdminCaller caller, String userId) {
        String secret = Base32.encode(Arrays.copyOf(random.nextKey(), Totp.SECRET_BYTES));
        var command = new FactorCommand.AddTotp(ids.next(), secret);
        Outcome<Added> outcome = pipeline.execute(unit -> {
            var factors = decide(unit, caller, userId, _ -> command);
            var instance = unit.load(InstanceDecider.KIND, caller.instanceId(), caller.instanceId());
            String issuer = instance.state().domains().stream().findFirst().orElse("Vesper");
            String name = Users.present(unit, caller, userId).state().userName();
            return new Added(factors, Totp.uri(issuer, name == null ? userId : name, secret));
        });
        Added added = outcome.result();
        return new NewTotp(outcome.written(added.factors()), added.uri(), secret);
    }

    @Override
    public Written verifyTotp(AdminCaller caller, String userId, String code) {
        return checks.verify(caller, userId, code);
    }

    @Override
    public Written removeTotp(AdminCaller caller, String userId) {
        return change(caller, userId, _ -> new FactorCommand.RemoveTotp());
    }

    @Override
    public Written addOtpSms(AdminCaller caller, String userId) {
        return change(caller, userId, FactorCommand.AddOtpSms::new);
    }

    @Override
    public Written removeOtpSms(AdminCaller caller, String userId) {
        return change(caller, userId, _ -> new FactorCommand.RemoveOtpSms());
    }

    @Override
    public Written addOtpEmail(AdminCaller caller, String userId) {
        return change(caller, userId, FactorCommand.AddOtpEmail::new);
    }

    @Override
    public Written removeOtpEmail(AdminCaller caller, String userId) {
        return change(caller, userId, _ -> new FactorCommand.RemoveOtpEmail());
    }

    private Written change(AdminCaller caller, String userId, Function<HumanState, FactorCommand> command) {
        return pipeline.change(unit -> decide(unit, caller, userId, command));
    }

    private static Loaded<FactorState> decide(
            UnitOfWork unit, AdminCaller caller, String userId, Function<HumanState, FactorCommand> command) {
        var factors = unit.load(FactorDecider.KIND, caller.instanceId(), userId);
        var human = unit.load(HumanDecider.KIND, caller.instanceId(), userId);
        Users.present(unit, caller, userId);
        HumanDecider.requireHuman(human.state());
        unit.append(factors, caller.userId(), FactorDecider.decide(command.apply(human.state()), factors.state()));
        return factors;
    }

    private record Added(Loaded<FactorState> factors, String uri) {}
}
