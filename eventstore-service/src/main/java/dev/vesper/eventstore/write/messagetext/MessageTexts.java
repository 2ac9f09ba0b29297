package dev.vesper.eventstore.write.messagetext;

import dev.vesper.events.MessageTextEvent;
import dev.vesper.events.MessageTextEvent.Text;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.AggregateKind;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.Written;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What messages say, read from the log itself. Each throws {@link CommandRejected}. */
@Singleton
public final class MessageTexts {
    private final CommandPipeline pipeline;
    private final DefaultTexts defaults = new DefaultTexts();

    MessageTexts(CommandPipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * A text and where it comes from.
     *
     * @param source {@code organisation}, {@code instance} or {@code default}
     */
    public record Effective(Text text, String source, String language) {}

    /**
     * In the language, else in it without its region, each of the organisation before the instance; else the default.
     *
     * @param orgId empty for nobody's
     */
    public Effective get(String instanceId, String orgId, String messageType, String language) {
        TextKey asked = TextKey.checked(messageType, language);
        return Stream.of(asked, asked.broader())
                .flatMap(key -> Stream.of(
                                find(MessageTextDecider.ORG, instanceId, orgId, key, "organisation"),
                                find(MessageTextDecider.INSTANCE, instanceId, instanceId, key, "instance"))
                        .flatMap(Optional::stream))
                .findFirst()
                .orElseGet(() -> new Effective(defaults.of(messageType), "default", DefaultTexts.LANGUAGE));
    }

    /** @param orgId empty for the instance's own */
    public Written set(AdminCaller caller, String orgId, String messageType, String language, Text text) {
        TextKey key = TextKey.checked(messageType, language);
        boolean ofOrg = !orgId.isEmpty();
        return change(caller, orgId, state -> MessageTextDecider.set(ofOrg, key, text, state));
    }

    /** @param orgId empty for the instance's own */
    public Written reset(AdminCaller caller, String orgId, String messageType, String language) {
        TextKey key = TextKey.checked(messageType, language);
        boolean ofOrg = !orgId.isEmpty();
        return change(caller, orgId, state -> MessageTextDecider.reset(ofOrg, key, state));
    }

    private Written change(
            AdminCaller caller, String orgId, Function<Map<TextKey, Text>, List<MessageTextEvent>> decision) {
        var kind = orgId.isEmpty() ? MessageTextDecider.INSTANCE : MessageTextDecider.ORG;
        return pipeline.change(unit -> {
            var texts = unit.load(kind, caller.instanceId(), orgId.isEmpty() ? caller.instanceId() : orgId);
            if (!texts.exists()) {
                throw CommandRejected.notFound("ORG_NOT_FOUND", "There is no such organisation.");
            }
            unit.append(texts, caller.userId(), decision.apply(texts.state()));
            return texts;
        });
    }

    private Optional<Effective> find(
            AggregateKind<Map<TextKey, Text>, MessageTextEvent> kind,
            String instanceId,
            String id,
            TextKey key,
            String source) {
        Text text = pipeline.aggregates().load(kind, instanceId, id).state().get(key);
        return Optional.ofNullable(text).map(found -> new Effective(found, source, key.language()));
    }
}
