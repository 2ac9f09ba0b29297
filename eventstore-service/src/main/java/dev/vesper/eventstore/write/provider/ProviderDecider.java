package dev.vesper.eventstore.write.provider;

import dev.vesper.events.Event;
import dev.vesper.eventstore.write.CommandRejected;
import java.util.ArrayList;
import java.util.List;

/** Decides about the providers of one kind. */
final class ProviderDecider {
    private static final int MOST = 100;

    private ProviderDecider() {}

    static <C> List<Event> decide(ProviderKind<C> kind, ProviderCommand<C> command, Providers<C> state) {
        if (command instanceof ProviderCommand.Add<C> add) {
            if (state.all().size() >= MOST) {
                throw CommandRejected.failedPrecondition(
                        "TOO_MANY_PROVIDERS", "An instance has at most " + MOST + " of them; remove one.");
            }
            return List.of(kind.added(add.id(), kind.checked(add.config()), add.secret()));
        }
        Provider<C> provider = existing(kind, command.id(), state);
        return switch (command) {
            case ProviderCommand.Add<C> _ -> List.of();
            case ProviderCommand.Change<C> change -> {
                C config = kind.checked(change.config());
                requireSecret(kind, change, provider);
                yield config.equals(provider.config()) && change.secret() == null
                        ? List.of()
                        : List.of(kind.changed(change.id(), config, change.secret()));
            }
            case ProviderCommand.Activate<C> activate ->
                provider.active() ? List.of() : activate(kind, activate.id(), state);
            case ProviderCommand.Deactivate<C> deactivate ->
                provider.active() ? List.of(kind.deactivated(deactivate.id())) : List.of();
            case ProviderCommand.Remove<C> remove -> List.of(kind.removed(remove.id()));
        };
    }

    /** Else whoever may write could have the secret sent to a place of their own. */
    private static <C> void requireSecret(
            ProviderKind<C> kind, ProviderCommand.Change<C> change, Provider<C> provider) {
        boolean isElsewhere =
                !kind.destination(kind.checked(change.config())).equals(kind.destination(provider.config()));
        if (isElsewhere && provider.secret() != null && change.secret() == null) {
            throw CommandRejected.invalid(
                    "SECRET_REQUIRED", "secret", "secret must be given again, because messages will go elsewhere.");
        }
    }

    private static <C> List<Event> activate(ProviderKind<C> kind, String id, Providers<C> state) {
        List<Event> events = new ArrayList<>();
        if (kind.isOneActive()) {
            state.all().forEach((other, provider) -> {
                if (provider.active()) {
                    events.add(kind.deactivated(other));
                }
            });
        }
        events.add(kind.activated(id));
        return List.copyOf(events);
    }

    private static <C> Provider<C> existing(ProviderKind<C> kind, String id, Providers<C> state) {
        Provider<C> provider = state.all().get(id);
        if (provider == null) {
            throw CommandRejected.notFound(kind.name() + "_NOT_FOUND", "There is no such provider.");
        }
        return provider;
    }
}
