package dev.vesper.eventstore.write.webkey;

import dev.vesper.events.EventTypes;
import dev.vesper.events.WebKeyEvent;
import dev.vesper.eventstore.write.AggregateKind;
import dev.vesper.eventstore.write.CommandRejected;
import java.util.ArrayList;
import java.util.List;

/** Decides about one signing key. One that signs is not removed. */
public final class WebKeyDecider {
    static final AggregateKind<WebKeyState, WebKeyEvent> KIND =
            AggregateKind.of("web_key", WebKeyEvent.class, initialState(), WebKeyDecider::evolve);

    public static final String TYPE = KIND.type();
    static final String ADDED = EventTypes.of(WebKeyEvent.Added.class).name();

    private WebKeyDecider() {}

    static WebKeyState initialState() {
        return new WebKeyState(null, false);
    }

    static List<WebKeyEvent> decide(WebKeyCommand command, WebKeyState state) {
        if (command instanceof WebKeyCommand.Add add) {
            return state.key() == null ? List.of(added(add)) : List.of();
        }
        if (state.key() == null) {
            throw CommandRejected.notFound("WEB_KEY_NOT_FOUND", "There is no such signing key.");
        }
        return switch (command) {
            case WebKeyCommand.Add _ -> List.of();
            case WebKeyCommand.Activate _ -> state.active() ? List.of() : List.of(new WebKeyEvent.Activated());
            case WebKeyCommand.Deactivate _ -> state.active() ? List.of(new WebKeyEvent.Deactivated()) : List.of();
            case WebKeyCommand.Remove _ -> {
                if (state.active()) {
                    throw CommandRejected.failedPrecondition(
                            "WEB_KEY_ACTIVE", "The key signs tokens; deactivate it first.");
                }
                yield List.of(new WebKeyEvent.Removed());
            }
        };
    }

    static WebKeyState evolve(WebKeyState state, WebKeyEvent event) {
        return switch (event) {
            case WebKeyEvent.Added added -> new WebKeyState(added, false);
            case WebKeyEvent.Activated _ -> new WebKeyState(state.key(), true);
            case WebKeyEvent.Deactivated _ -> new WebKeyState(state.key(), false);
            case WebKeyEvent.Removed _ -> new WebKeyState(null, false);
        };
    }

    /** A new key that signs from the start. */
    public static List<WebKeyEvent> begin(WebKeyCommand.Add add) {
        List<WebKeyEvent> events = new ArrayList<>(decide(add, initialState()));
        events.addAll(decide(new WebKeyCommand.Activate(), evolve(initialState(), events.getFirst())));
        return List.copyOf(events);
    }

    private static WebKeyEvent.Added added(WebKeyCommand.Add add) {
        return new WebKeyEvent.Added(
                add.key().privateKey(),
                add.key().publicKey(),
                new WebKeyEvent.Config(add.key().algorithm(), add.key().bits()));
    }
}
