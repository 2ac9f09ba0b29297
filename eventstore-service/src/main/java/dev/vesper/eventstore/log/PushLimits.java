package dev.vesper.eventstore.log;

/**
 * How large a push may be.
 *
 * @param maxEvents per push
 * @param maxConditions preconditions, unique constraints and markers together, per push
 * @param maxPayloadBytes per event, in UTF-8
 * @param maxPushBytes payloads of a push together, in UTF-8
 * @param maxNameBytes per name, in UTF-8
 * @param maxUniqueBytes per unique value, in UTF-8
 */
record PushLimits(
        int maxEvents, int maxConditions, int maxPayloadBytes, int maxPushBytes, int maxNameBytes, int maxUniqueBytes) {
    static final PushLimits DEFAULTS = new PushLimits(1000, 1000, 256 * 1024, 4 * 1024 * 1024, 255, 1024);

    static PushLimits of(LogConfig config) {
        return new PushLimits(
                config.maxEvents(),
                config.maxConditions(),
                config.maxPayloadBytes(),
                config.maxPushBytes(),
                config.maxNameBytes(),
                config.maxUniqueBytes());
    }

    /** @throws InvalidPush that names the field */
    static void check(Push push, PushLimits limits) {
        new PushRules(push, limits).check();
    }
}
