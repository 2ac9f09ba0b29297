package dev.vesper.eventstore.gateway;

import dev.vesper.eventstore.crypto.Passwords;
import dev.vesper.eventstore.crypto.TokenHash;
import dev.vesper.eventstore.crypto.UserKeys;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.IdSource;
import dev.vesper.eventstore.write.instance.InstanceCommand;
import dev.vesper.eventstore.write.instance.InstanceDecider;
import dev.vesper.eventstore.write.instance.TokenLifetimes;
import dev.vesper.eventstore.write.member.MemberCommand;
import dev.vesper.eventstore.write.member.MemberDecider;
import dev.vesper.eventstore.write.member.MemberLevel;
import dev.vesper.eventstore.write.org.OrgCommand;
import dev.vesper.eventstore.write.org.OrgDecider;
import dev.vesper.eventstore.write.user.AccessTokenText;
import dev.vesper.eventstore.write.user.CreateHuman;
import dev.vesper.eventstore.write.user.UserCommand;
import dev.vesper.eventstore.write.user.UserDecider;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Makes instances, organisations and people with tokens, past the gateway. */
@Singleton
@Unremovable
public final class Actors {
    static final String PASSWORD = "Correct-Horse-1";

    private final CommandPipeline pipeline;
    private final IdSource ids;
    private final UserKeys keys;
    private final Passwords passwords;

    Actors(CommandPipeline pipeline, IdSource ids, UserKeys keys, Passwords passwords) {
        this.pipeline = pipeline;
        this.ids = ids;
        this.keys = keys;
        this.passwords = passwords;
    }

    /** @param token a personal access token */
    record Person(String instanceId, String orgId, String userId, String token) {}

    String instance(String domain) {
        var id = ids.next();
        var org = ids.next();
        var setUp = new InstanceCommand.SetUp(id, List.of(domain), org, 10, TokenLifetimes.DEFAULT);
        pipeline.execute(unit -> {
            unit.begin(
                    new AggregateId(id, "instance", id),
                    id,
                    "test",
                    InstanceDecider.decide(setUp, InstanceDecider.initialState()));
            return id;
        });
        return id;
    }

    String org(String instanceId) {
        var id = ids.next();
        pipeline.execute(unit -> {
            unit.begin(
                    new AggregateId(instanceId, "org", id),
                    id,
                    "test",
                    OrgDecider.decide(new OrgCommand.Add("Org " + id), OrgDecider.initialState()));
            return id;
        });
        return id;
    }

    Person person(String instanceId, String orgId) {
        var userId = ids.next();
        var token = new AccessTokenText(instanceId, userId, ids.next(), ids.next());
        var human = new CreateHuman(
                "user-" + userId, "Ada", "Lovelace", null, "en", userId + "@example.com", true, null, null, false);
        keys.create(instanceId, userId);
        var added = UserDecider.decide(
                new UserCommand.AddHuman(human, passwords.hash(PASSWORD)), UserDecider.initialState());
        var state = UserDecider.evolve(UserDecider.initialState(), added.getFirst());
        var events = new ArrayList<>(added);
        events.addAll(UserDecider.decide(
                new UserCommand.AddPat(token.tokenId(), TokenHash.of(token.text()), List.of(), null), state));
        pipeline.execute(unit -> {
            unit.begin(new AggregateId(instanceId, "user", userId), orgId, "test", events);
            return userId;
        });
        return new Person(instanceId, orgId, userId, token.text());
    }

    Person member(MemberLevel level, String id, Person person, String... roles) {
        change(level, id, person, new MemberCommand.Add(person.instanceId(), person.userId(), List.of(roles)));
        return person;
    }

    void dismiss(MemberLevel level, String id, Person person) {
        change(level, id, person, new MemberCommand.Remove(person.instanceId(), person.userId()));
    }

    private void change(MemberLevel level, String id, Person person, MemberCommand command) {
        pipeline.execute(unit -> {
            var members = unit.load(level.kind(), person.instanceId(), id);
            unit.append(members, "test", MemberDecider.decide(level, command, members.state()));
            return members;
        });
    }
}
