package dev.vesper.eventstore.write.system;

import dev.vesper.events.SystemEvent;
import dev.vesper.eventstore.write.AggregateKind;
import java.util.ArrayList;
import java.util.List;

/** Decides about the feature switches of the whole system. */
public final class SystemDecider {
    public static final AggregateKind<SystemState, SystemEvent> KIND =
            AggregateKind.of("system", SystemEvent.class, initialState(), SystemDecider::evolve);

    /** There is one system. */
    public static final String ID = "SYSTEM";

    private SystemDecider() {}

    public static SystemState initialState() {
        return new SystemState(null, null);
    }

    public static List<SystemEvent> decide(SystemCommand command, SystemState state) {
        return switch (command) {
            case SystemCommand.SetFeatures set -> set(set, state);
            case SystemCommand.ResetFeatures _ ->
                state.equals(initialState()) ? List.of() : List.of(new SystemEvent.FeaturesReset());
        };
    }

    public static SystemState evolve(SystemState state, SystemEvent event) {
        return switch (event) {
            case SystemEvent.BackChannelLogoutSet set -> new SystemState(set.value(), state.singleSessionTermination());
            case SystemEvent.SingleSessionTerminationSet set -> new SystemState(state.backChannelLogout(), set.value());
            case SystemEvent.FeaturesReset _ -> initialState();
            // Who may do what is folded apart, in write/member.
            case SystemEvent.MemberAdded _, SystemEvent.MemberChanged _, SystemEvent.MemberRemoved _ -> state;
        };
    }

    private static List<SystemEvent> set(SystemCommand.SetFeatures set, SystemState state) {
        List<SystemEvent> events = new ArrayList<>();
        Boolean backChannel = set.backChannelLogout();
        if (backChannel != null && !backChannel.equals(state.backChannelLogout())) {
            events.add(new SystemEvent.BackChannelLogoutSet(backChannel));
        }
        Boolean single = set.singleSessionTermination();
        if (single != null && !single.equals(state.singleSessionTermination())) {
            events.add(new SystemEvent.SingleSessionTerminationSet(single));
        }
        return List.copyOf(events);
    }
}
