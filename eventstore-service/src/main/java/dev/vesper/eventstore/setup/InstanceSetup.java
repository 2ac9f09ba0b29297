package dev.vesper.eventstore.setup;

import dev.vesper.events.Event;
import dev.vesper.eventstore.crypto.MasterKey;
import dev.vesper.eventstore.crypto.SigningKeys.SigningKey;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.instance.InstanceCommand;
import dev.vesper.eventstore.write.instance.InstanceDecider;
import dev.vesper.eventstore.write.instance.InstanceNames;
import dev.vesper.eventstore.write.instance.TokenLifetimes;
import dev.vesper.eventstore.write.org.OrgCommand;
import dev.vesper.eventstore.write.org.OrgDecider;
import dev.vesper.eventstore.write.org.OrgNames;
import dev.vesper.eventstore.write.user.CreateHuman;
import dev.vesper.eventstore.write.user.UserCommand;
import dev.vesper.eventstore.write.user.UserDecider;
import dev.vesper.eventstore.write.user.UserNames;
import dev.vesper.eventstore.write.webkey.WebKeyCommand;
import dev.vesper.eventstore.write.webkey.WebKeyDecider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Writes the first instance in one push: all of it is there, or nothing. Of two processes at once, one does it. */
@Singleton
final class InstanceSetup {
    private static final String DOMAIN_TAKEN = "DOMAIN_TAKEN";
    private static final String CREATOR = "setup";

    private final CommandPipeline pipeline;
    private final UserNames names;

    InstanceSetup(CommandPipeline pipeline, MasterKey masterKey) {
        this.pipeline = pipeline;
        this.names = new UserNames(masterKey);
    }

    boolean isDone() {
        return pipeline.aggregates()
                .load(InstanceDecider.KIND, FirstInstance.ID, FirstInstance.ID)
                .exists();
    }

    /** @return false when another was faster */
    boolean run(FirstInstance first, SigningKey key, String keyId) {
        return pipeline.execute(unit -> {
                    var instance = unit.load(InstanceDecider.KIND, FirstInstance.ID, FirstInstance.ID);
                    if (!instance.exists()) {
                        write(unit, first, key, keyId);
                    }
                    return instance;
                })
                .pushed()
                .isPresent();
    }

    /** The host of a public address that was configured after the first start. */
    void addDomain(String domain) {
        pipeline.execute(unit -> {
            var instance = unit.load(InstanceDecider.KIND, FirstInstance.ID, FirstInstance.ID);
            var events = InstanceDecider.decide(new InstanceCommand.AddDomain(domain), instance.state());
            unit.append(instance, CREATOR, events);
            if (!events.isEmpty()) {
                InstanceNames.claim(unit, domain);
            }
            return instance;
        });
    }

    private void write(UnitOfWork unit, FirstInstance first, SigningKey key, String keyId) {
        var setUp = new InstanceCommand.SetUp(
                FirstInstance.ID, first.domains(), first.orgId(), first.maxPasswordAttempts(), TokenLifetimes.DEFAULT);
        List<Event> instance = new ArrayList<>(InstanceDecider.decide(setUp, InstanceDecider.initialState()));
        instance.addAll(AdminIsOwner.ofInstance(unit, first.userId()));
        begin(unit, InstanceDecider.KIND.type(), FirstInstance.ID, FirstInstance.ID, instance);
        AdminIsOwner.ofSystem(unit, first.userId());
        first.domains().forEach(domain -> InstanceNames.claim(unit, domain));
        begin(
                unit,
                OrgDecider.KIND.type(),
                first.orgId(),
                first.orgId(),
                OrgDecider.decide(new OrgCommand.Add(first.organisation()), OrgDecider.initialState()));
        OrgNames.claim(
                unit, new AggregateId(FirstInstance.ID, OrgDecider.KIND.type(), first.orgId()), first.organisation());
        begin(unit, WebKeyDecider.TYPE, keyId, FirstInstance.ID, WebKeyDecider.begin(new WebKeyCommand.Add(key)));
        begin(unit, UserDecider.KIND.type(), first.userId(), first.orgId(), admin(first));
        names.claim(unit, FirstInstance.ID, FirstInstance.ADMIN);
    }

    private static List<Event> admin(FirstInstance first) {
        var human = new CreateHuman(
                FirstInstance.ADMIN,
                "Vesper",
                "Admin",
                null,
                "en",
                FirstInstance.ADMIN + "@" + first.domains().getFirst(),
                true,
                null,
                null,
                false);
        var added =
                UserDecider.decide(new UserCommand.AddHuman(human, first.hashedPassword()), UserDecider.initialState());
        List<Event> events = new ArrayList<>(added);
        String hashedToken = first.hashedToken();
        if (hashedToken != null) {
            var state = UserDecider.evolve(UserDecider.initialState(), added.getFirst());
            events.addAll(
                    UserDecider.decide(new UserCommand.AddPat(first.tokenId(), hashedToken, List.of(), null), state));
        }
        return List.copyOf(events);
    }

    private static void begin(UnitOfWork unit, String type, String id, String owner, List<? extends Event> events) {
        unit.begin(new AggregateId(FirstInstance.ID, type, id), owner, CREATOR, events);
    }

    static boolean isTaken(CommandRejected rejected) {
        return rejected.code().equals(DOMAIN_TAKEN);
    }
}
