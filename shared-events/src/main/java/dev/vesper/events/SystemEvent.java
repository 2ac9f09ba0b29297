package dev.vesper.events;

import java.util.List;

/** Settings above all instances. Aggregate {@code system}, id {@code SYSTEM}, with an empty instance id. */
public sealed interface SystemEvent extends Event {

    record BackChannelLogoutSet(boolean value) implements SystemEvent {}

    record SingleSessionTerminationSet(boolean value) implements SystemEvent {}

    record FeaturesReset() implements SystemEvent {}

    /** A user has roles for the whole system. */
    record MemberAdded(String instanceId, String userId, List<String> roles) implements SystemEvent, Membership {}

    /** @param roles all that the member has from now on */
    record MemberChanged(String instanceId, String userId, List<String> roles) implements SystemEvent, Membership {}

    record MemberRemoved(String instanceId, String userId) implements SystemEvent, Membership {
        @Override
        public List<String> roles() {
            return List.of();
        }
    }
}
