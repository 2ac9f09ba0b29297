package dev.vesper.eventstore.write.system;

import dev.vesper.events.Event;
import dev.vesper.events.Policy;
import dev.vesper.events.UserEvent;
import dev.vesper.eventstore.crypto.MasterKey;
import dev.vesper.eventstore.crypto.SigningKeys.SigningKey;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.instance.InstanceCommand;
import dev.vesper.eventstore.write.instance.InstanceDecider;
import dev.vesper.eventstore.write.instance.InstanceNames;
import dev.vesper.eventstore.write.instance.InstanceState;
import dev.vesper.eventstore.write.instance.TokenLifetimes;
import dev.vesper.eventstore.write.member.MemberCommand;
import dev.vesper.eventstore.write.member.MemberDecider;
import dev.vesper.eventstore.write.member.MemberLevel;
import dev.vesper.eventstore.write.member.Role;
import dev.vesper.eventstore.write.org.OrgCommand;
import dev.vesper.eventstore.write.org.OrgDecider;
import dev.vesper.eventstore.write.org.OrgNames;
import dev.vesper.eventstore.write.system.SystemInstanceCommands.NewInstance;
import dev.vesper.eventstore.write.user.UserCommand;
import dev.vesper.eventstore.write.user.UserDecider;
import dev.vesper.eventstore.write.user.UserNames;
import dev.vesper.eventstore.write.webkey.WebKeyCommand;
import dev.vesper.eventstore.write.webkey.WebKeyDecider;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first events of all that a new instance begins with. */
record NewInstanceEvents(Plan plan, String creator, MasterKey masterKey, String hashedToken, String tokenId) {
    /** @param hashedPassword null for an admin who signs in by no password */
    record Plan(
            String instanceId,
            String orgId,
            String userId,
            NewInstance asked,
            List<String> domains,
            @Nullable String hashedPassword,
            NewKey key) {
        /** Without the hash. */
        @Override
        public String toString() {
            return "Plan[instanceId=" + instanceId + "]";
        }
    }

    record NewKey(String keyId, SigningKey key) {}

    void write(UnitOfWork unit) {
        begin(unit, InstanceDecider.KIND.type(), plan.instanceId(), plan.instanceId(), instance());
        plan.domains().forEach(domain -> InstanceNames.claim(unit, domain));
        String orgName = plan.asked().orgName().isBlank()
                ? plan.asked().name()
                : plan.asked().orgName();
        var org = new OrgCommand.Add(orgName, "");
        begin(
                unit,
                OrgDecider.KIND.type(),
                plan.orgId(),
                plan.orgId(),
                OrgDecider.decide(org, OrgDecider.initialState()));
        OrgNames.claim(unit, id(OrgDecider.KIND.type(), plan.orgId()), orgName);
        var add = new WebKeyCommand.Add(plan.key().key());
        begin(unit, WebKeyDecider.TYPE, plan.key().keyId(), plan.instanceId(), WebKeyDecider.begin(add));
        begin(unit, UserDecider.KIND.type(), plan.userId(), plan.orgId(), admin());
        new UserNames(masterKey)
                .claim(unit, plan.instanceId(), plan.asked().admin().userName());
    }

    private List<Event> instance() {
        int attempts = ((Policy.Lockout) Policy.byDefault(Policy.Kind.LOCKOUT)).maxPasswordAttempts();
        var setUp = new InstanceCommand.SetUp(
                plan.asked().name(), plan.domains(), plan.orgId(), attempts, TokenLifetimes.DEFAULT);
        var setUpEvents = InstanceDecider.decide(setUp, InstanceDecider.initialState());
        List<Event> events = new ArrayList<>(setUpEvents);
        InstanceState state = InstanceDecider.initialState();
        for (var event : setUpEvents) {
            state = InstanceDecider.evolve(state, event);
        }
        // Their own checks, for a name or a language that nobody could set later either.
        InstanceDecider.decide(new InstanceCommand.Rename(plan.asked().name()), state);
        if (!plan.asked().language().isEmpty()) {
            var language = new InstanceCommand.SetDefaultLanguage(plan.asked().language());
            events.addAll(InstanceDecider.decide(language, state));
        }
        var owner = new MemberCommand.Add(plan.instanceId(), plan.userId(), List.of(Role.IAM_OWNER.name()));
        events.addAll(MemberDecider.decide(
                MemberLevel.INSTANCE, owner, MemberLevel.INSTANCE.kind().initialState()));
        return List.copyOf(events);
    }

    private List<Event> admin() {
        var add = new UserCommand.AddHuman(plan.asked().admin(), plan.hashedPassword());
        var added = added(add);
        List<Event> events = new ArrayList<>(added);
        var state = UserDecider.evolve(UserDecider.initialState(), added.getFirst());
        events.addAll(UserDecider.decide(new UserCommand.AddPat(tokenId, hashedToken, List.of(), null), state));
        return List.copyOf(events);
    }

    /** The caller sent them as a field of the new instance. */
    private static List<UserEvent> added(UserCommand.AddHuman add) {
        try {
            return UserDecider.decide(add, UserDecider.initialState());
        } catch (CommandRejected e) {
            throw e.within("admin");
        }
    }

    private void begin(UnitOfWork unit, String type, String id, String owner, List<? extends Event> events) {
        unit.begin(id(type, id), owner, creator, events);
    }

    private AggregateId id(String type, String id) {
        return new AggregateId(plan.instanceId(), type, id);
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return "NewInstanceEvents[plan=" + plan + "]";
    }
}
