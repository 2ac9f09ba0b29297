package dev.vesper.eventstore.write.generator;

import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Aggregates;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.Written;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;

/** The settings of an instance's codes, read from the log itself: what is set counts for the next code. */
@Singleton
public final class SecretGenerators {
    private final CommandPipeline pipeline;

    public SecretGenerators(CommandPipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** Throws {@link dev.vesper.eventstore.write.CommandRejected}. */
    public Written set(AdminCaller caller, String generatorType, GeneratorSettings settings) {
        return pipeline.change(unit -> {
            var instance = unit.load(SecretGeneratorDecider.KIND, caller.instanceId(), caller.instanceId());
            var command = new SetGenerator(generatorType, settings);
            unit.append(instance, caller.userId(), SecretGeneratorDecider.decide(command, instance.state()));
            return instance;
        });
    }

    public GeneratorSettings of(String instanceId, GeneratorType type) {
        return own(instanceId).getOrDefault(type, type.byDefault());
    }

    /** Of all kinds. */
    public Map<GeneratorType, GeneratorSettings> all(String instanceId) {
        Map<GeneratorType, GeneratorSettings> all = new EnumMap<>(GeneratorType.class);
        for (GeneratorType type : GeneratorType.values()) {
            all.put(type, type.byDefault());
        }
        all.putAll(own(instanceId));
        return all;
    }

    private Map<GeneratorType, GeneratorSettings> own(String instanceId) {
        Aggregates aggregates = pipeline.aggregates();
        return aggregates
                .load(SecretGeneratorDecider.KIND, instanceId, instanceId)
                .state();
    }
}
