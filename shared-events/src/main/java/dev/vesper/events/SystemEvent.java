package dev.vesper.events;

/** Settings above all instances. Aggregate {@code system}, id {@code SYSTEM}, with an empty instance id. */
public sealed interface SystemEvent extends Event {

    record BackChannelLogoutSet(boolean value) implements SystemEvent {}

    record SingleSessionTerminationSet(boolean value) implements SystemEvent {}

    record FeaturesReset() implements SystemEvent {}
}
