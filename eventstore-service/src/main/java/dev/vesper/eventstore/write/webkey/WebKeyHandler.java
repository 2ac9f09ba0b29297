package dev.vesper.eventstore.write.webkey;

import dev.vesper.eventstore.crypto.KeySettings;
import dev.vesper.eventstore.crypto.SigningKeys;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.IdSource;
import dev.vesper.eventstore.write.Loaded;
import dev.vesper.eventstore.write.Outcome;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.Written;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Runs an admin's commands on signing keys. */
@Singleton
final class WebKeyHandler implements WebKeyCommands {
    private final CommandPipeline pipeline;
    private final WebKeys keys;
    private final SigningKeys signingKeys;
    private final IdSource ids;
    private final Clock clock;
    private final Duration publishBeforeSigning;

    WebKeyHandler(
            CommandPipeline pipeline,
            WebKeys keys,
            SigningKeys signingKeys,
            IdSource ids,
            Clock clock,
            KeySettings settings) {
        this.pipeline = pipeline;
        this.keys = keys;
        this.signingKeys = signingKeys;
        this.ids = ids;
        this.clock = clock;
        this.publishBeforeSigning = settings.publishBeforeSigning();
    }

    @Override
    public KeyCreated create(AdminCaller caller, String algorithm, int bits) {
        String checked = KeyRules.algorithm(algorithm);
        String keyId = ids.next();
        var key = signingKeys.generate(checked, KeyRules.bits(checked, bits), keyId);
        AggregateId id = new AggregateId(caller.instanceId(), WebKeyDecider.TYPE, keyId);
        Outcome<AggregateId> outcome = pipeline.execute(unit -> {
            var events = WebKeyDecider.decide(new WebKeyCommand.Add(key), WebKeyDecider.initialState());
            unit.begin(id, caller.instanceId(), caller.userId(), events);
            return id;
        });
        return new KeyCreated(keyId, outcome.begun(id));
    }

    @Override
    public Written activate(AdminCaller caller, String keyId) {
        List<String> all = keys.idsOf(caller.instanceId());
        return pipeline.change(unit -> {
            var key = decide(unit, caller, keyId, new WebKeyCommand.Activate());
            if (!key.state().active()) {
                requirePublished(key);
                takeTurns(unit, caller, key, all);
            }
            return key;
        });
    }

    @Override
    public Written deactivate(AdminCaller caller, String keyId) {
        List<String> all = keys.idsOf(caller.instanceId());
        return pipeline.change(unit -> {
            var key = decide(unit, caller, keyId, new WebKeyCommand.Deactivate());
            if (key.state().active()) {
                requireAnother(unit, key, all);
            }
            return key;
        });
    }

    @Override
    public Written remove(AdminCaller caller, String keyId) {
        return pipeline.change(unit -> decide(unit, caller, keyId, new WebKeyCommand.Remove()));
    }

    /** Apps keep the published keys for a while, and do not know one that is newer. */
    private void requirePublished(Loaded<WebKeyState> key) {
        boolean mustWait = publishBeforeSigning.isPositive();
        if (mustWait && clock.instant().isBefore(key.createdAt().plus(publishBeforeSigning))) {
            throw CommandRejected.failedPrecondition(
                    "WEB_KEY_TOO_NEW",
                    "The key must be published for " + publishBeforeSigning.toSeconds() + " s before it signs.");
        }
    }

    /** The one that signed signs no more. What is not touched is held, so that of two activations at once one is decided anew. */
    private static void takeTurns(UnitOfWork unit, AdminCaller caller, Loaded<WebKeyState> key, List<String> all) {
        for (Loaded<WebKeyState> other : others(unit, key, all)) {
            if (other.state().active()) {
                unit.append(
                        other, caller.userId(), WebKeyDecider.decide(new WebKeyCommand.Deactivate(), other.state()));
            } else {
                unit.hold(other);
            }
        }
    }

    /** An app may be set to this algorithm, and without a key it would get no token. */
    private static void requireAnother(UnitOfWork unit, Loaded<WebKeyState> key, List<String> all) {
        var others = others(unit, key, all);
        if (others.stream().noneMatch(other -> other.state().active())) {
            throw CommandRejected.failedPrecondition(
                    "WEB_KEY_NEEDED", "No other key signs by this algorithm; activate another one instead.");
        }
        others.forEach(unit::hold);
    }

    private static List<Loaded<WebKeyState>> others(UnitOfWork unit, Loaded<WebKeyState> key, List<String> all) {
        return all.stream()
                .filter(id -> !id.equals(key.id().id()))
                .map(id -> unit.load(WebKeyDecider.KIND, key.id().instanceId(), id))
                .filter(other -> other.exists() && other.state().isOf(key.state()))
                .toList();
    }

    private static Loaded<WebKeyState> decide(
            UnitOfWork unit, AdminCaller caller, String keyId, WebKeyCommand command) {
        var key = unit.load(WebKeyDecider.KIND, caller.instanceId(), keyId);
        unit.append(key, caller.userId(), WebKeyDecider.decide(command, key.state()));
        return key;
    }
}
