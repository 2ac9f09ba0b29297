package dev.vesper.eventstore.log;

import java.util.List;
import java.util.UUID;

/**
 * Events of any number of aggregates, written together or not at all.
 *
 * @param pushId unique for a day; repeating it returns the first answer, so an unknown outcome can be asked again
 * @param appends at least one, at most one per aggregate
 * @param ends markers that this push sets; they count for every push after this one
 */
public record Push(
        UUID pushId,
        List<Append> appends,
        List<Precondition> preconditions,
        List<UniqueConstraint> uniqueConstraints,
        List<Marker> ends) {
    public Push {
        appends = List.copyOf(appends);
        preconditions = List.copyOf(preconditions);
        uniqueConstraints = List.copyOf(uniqueConstraints);
        ends = List.copyOf(ends);
    }

    public static Push of(UUID pushId, Append... appends) {
        return new Push(pushId, List.of(appends), List.of(), List.of(), List.of());
    }

    public Push requiring(Precondition... conditions) {
        return new Push(pushId, appends, List.of(conditions), uniqueConstraints, ends);
    }

    public Push constraining(UniqueConstraint... constraints) {
        return new Push(pushId, appends, preconditions, List.of(constraints), ends);
    }

    public Push ending(Marker... markers) {
        return new Push(pushId, appends, preconditions, uniqueConstraints, List.of(markers));
    }
}
