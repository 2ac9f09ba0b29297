package dev.vesper.eventstore.write.instance;

import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Written;
import org.jspecify.annotations.Nullable;

/**
 * What an admin may do with their own instance. Each throws {@link dev.vesper.eventstore.write.CommandRejected}; repeating
 * a change that holds already is a success that writes nothing.
 */
public interface InstanceCommands {
    /** Null leaves a setting as it is. */
    Written update(AdminCaller caller, Update update);

    Written setLifetimes(AdminCaller caller, TokenLifetimes lifetimes);

    Written addDomain(AdminCaller caller, String domain);

    Written setPrimaryDomain(AdminCaller caller, String domain);

    Written removeDomain(AdminCaller caller, String domain);

    /** Counts at once; what is in it is then removed by events of its own. */
    Written remove(AdminCaller caller);

    /** @param defaultLanguage BCP 47 */
    record Update(
            @Nullable String name,
            @Nullable String defaultLanguage,
            @Nullable String defaultOrgId) {}
}
