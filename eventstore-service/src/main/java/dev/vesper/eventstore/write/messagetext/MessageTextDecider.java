package dev.vesper.eventstore.write.messagetext;

import dev.vesper.events.MessageTextEvent;
import dev.vesper.events.MessageTextEvent.Text;
import dev.vesper.eventstore.write.AggregateKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides what the messages of an instance or an organisation say. */
final class MessageTextDecider {
    static final AggregateKind<Map<TextKey, Text>, MessageTextEvent> INSTANCE = AggregateKind.of(
                    "instance", MessageTextEvent.class, initialState(), MessageTextDecider::evolve)
            .keptInMemory();
    static final AggregateKind<Map<TextKey, Text>, MessageTextEvent> ORG = AggregateKind.of(
                    "org", MessageTextEvent.class, initialState(), MessageTextDecider::evolve)
            .keptInMemory();

    private MessageTextDecider() {}

    static Map<TextKey, Text> initialState() {
        return Map.of();
    }

    static List<MessageTextEvent> set(boolean ofOrg, TextKey key, Text wanted, Map<TextKey, Text> state) {
        Text text = TextRules.checked(wanted);
        if (text.equals(state.get(key))) {
            return List.of();
        }
        return List.of(
                ofOrg
                        ? new MessageTextEvent.OrgTextSet(key.messageType(), key.language(), text)
                        : new MessageTextEvent.InstanceTextSet(key.messageType(), key.language(), text));
    }

    static List<MessageTextEvent> reset(boolean ofOrg, TextKey key, Map<TextKey, Text> state) {
        if (!state.containsKey(key)) {
            return List.of();
        }
        return List.of(
                ofOrg
                        ? new MessageTextEvent.OrgTextRemoved(key.messageType(), key.language())
                        : new MessageTextEvent.InstanceTextRemoved(key.messageType(), key.language()));
    }

    static Map<TextKey, Text> evolve(Map<TextKey, Text> state, MessageTextEvent event) {
        return switch (event) {
            case MessageTextEvent.InstanceTextSet e -> with(state, e.messageType(), e.language(), e.text());
            case MessageTextEvent.OrgTextSet e -> with(state, e.messageType(), e.language(), e.text());
            case MessageTextEvent.InstanceTextRemoved e -> without(state, e.messageType(), e.language());
            case MessageTextEvent.OrgTextRemoved e -> without(state, e.messageType(), e.language());
        };
    }

    private static Map<TextKey, Text> with(Map<TextKey, Text> state, String type, String language, Text text) {
        Map<TextKey, Text> all = new HashMap<>(state);
        all.put(new TextKey(type, language), text);
        return Map.copyOf(all);
    }

    private static Map<TextKey, Text> without(Map<TextKey, Text> state, String type, String language) {
        Map<TextKey, Text> all = new HashMap<>(state);
        all.remove(new TextKey(type, language));
        return Map.copyOf(all);
    }
}
