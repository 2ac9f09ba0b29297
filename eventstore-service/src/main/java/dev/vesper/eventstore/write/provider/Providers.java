package dev.vesper.eventstore.write.provider;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** All providers of one kind in an instance, by id. */
record Providers<C>(Map<String, Provider<C>> all) {
    Providers {
        all = Map.copyOf(all);
    }

    Providers<C> with(String id, Provider<C> provider) {
        Map<String, Provider<C>> changed = new LinkedHashMap<>(all);
        changed.put(id, provider);
        return new Providers<>(changed);
    }

    Providers<C> without(String id) {
        Map<String, Provider<C>> changed = new LinkedHashMap<>(all);
        changed.remove(id);
        return new Providers<>(changed);
    }

    Providers<C> change(String id, UnaryOperator<Provider<C>> change) {
        Provider<C> provider = all.get(id);
        return provider == null ? this : with(id, change.apply(provider));
    }
}
