package dev.vesper.eventstore.write.user.human;

import dev.vesper.events.Event;
import dev.vesper.events.OneTimeCode;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.Loaded;
import dev.vesper.eventstore.write.Outcome;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.Written;
import dev.vesper.eventstore.write.user.Users;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs what is decided about people: by itself, with a new code, or behind the right one. */
@Singleton
final class People {
    private final CommandPipeline pipeline;
    private final CodeChecks checks;

    People(CommandPipeline pipeline, CodeChecks checks) {
        this.pipeline = pipeline;
        this.checks = checks;
    }

    /** What a decider makes of a person. */
    interface Decision extends Function<HumanState, List<? extends Event>> {}

    Written change(AdminCaller caller, String userId, Decision decision) {
        return pipeline.change(unit -> decide(unit, caller, userId, decision).human());
    }

    /** As above, deciding with what else the unit of work knows. */
    Written changeWith(AdminCaller caller, String userId, Deciding deciding) {
        return pipeline.change(unit -> {
            var human = present(unit, caller, userId);
            unit.append(human, caller.userId(), deciding.decide(unit, human));
            return human;
        });
    }

    /** @return with the code, where the caller is to get it and it was written */
    CodeAnswer change(AdminCaller caller, String userId, @Nullable NewCode code, Decision decision) {
        Outcome<Change> outcome = pipeline.execute(unit -> decide(unit, caller, userId, decision));
        Change change = outcome.result();
        boolean isNews = change.events().stream().anyMatch(event -> event instanceof OneTimeCode);
        return new CodeAnswer(
                outcome.written(change.human()), code != null && code.returned() && isNews ? code.code() : "");
    }

    /** @throws CommandRejected where the code is not right; a wrong one is counted */
    Written verify(AdminCaller caller, String userId, CodeKind kind, String code, Decision decision) {
        return verifyWith(caller, userId, kind, code, (_, human) -> decision.apply(human.state()));
    }

    /** As above, deciding with what else the unit of work knows. */
    Written verifyWith(AdminCaller caller, String userId, CodeKind kind, String code, Deciding deciding) {
        Outcome<Verdict> outcome = pipeline.execute(unit -> {
            var human = present(unit, caller, userId);
            HumanDecider.requireHuman(human.state());
            Optional<CommandRejected> refusal = checks.check(unit, caller, human, kind, code);
            if (refusal.isEmpty()) {
                unit.append(human, caller.userId(), deciding.decide(unit, human));
            }
            return new Verdict(human, refusal);
        });
        outcome.result().refusal().ifPresent(refusal -> {
            throw refusal;
        });
        return outcome.written(outcome.result().human());
    }

    static Loaded<HumanState> present(UnitOfWork unit, AdminCaller caller, String userId) {
        var human = unit.load(HumanDecider.KIND, caller.instanceId(), userId);
        Users.present(unit, caller, userId);
        return human;
    }

    interface Deciding {
        List<? extends Event> decide(UnitOfWork unit, Loaded<HumanState> human);
    }

    private static Change decide(UnitOfWork unit, AdminCaller caller, String userId, Decision decision) {
        var human = present(unit, caller, userId);
        var events = decision.apply(human.state());
        unit.append(human, caller.userId(), events);
        return new Change(human, events);
    }

    private record Change(Loaded<HumanState> human, List<? extends Event> events) {}

    private record Verdict(Loaded<HumanState> human, Optional<CommandRejected> refusal) {}
}
