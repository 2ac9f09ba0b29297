package dev.vesper.notifier.automation;

import dev.vesper.notifier.Surroundings;
import dev.vesper.notifier.channels.securityeventtoken.SecurityEventTokenChannel;
import dev.vesper.notifier.deliveries.NotificationState;
import dev.vesper.notifier.deliveries.Targets;
import dev.vesper.notifier.log.EventLog;
import dev.vesper.notifier.log.Events;
import dev.vesper.proto.internal.v1.AggregateAppend;
import dev.vesper.proto.internal.v1.PushRequest;
import dev.vesper.proto.internal.v1.PushResponse;
import dev.vesper.proto.internal.v1.Pushed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes the requests of one end in one push. What is there already keeps the state that the log has. */
final class PushLogoutRequests {
    private final EventLog log;
    private final Surroundings surroundings;
    private final Duration retryFor;

    PushLogoutRequests(EventLog log, Surroundings surroundings, Duration retryFor) {
        this.log = log;
        this.surroundings = surroundings;
        this.retryFor = retryFor;
    }

    /** @throws dev.vesper.notifier.log.LogUnavailable when the log does not answer */
    List<NewDelivery> push(List<LogoutRequest> requests) {
        if (requests.isEmpty()) {
            return List.of();
        }
        PushResponse answer = pushAll(requests);
        if (answer.hasPushed()) {
            return pushed(requests, answer.getPushed());
        }
        return requests.size() == 1
                ? List.of(alreadyThere(requests.getFirst()))
                : requests.stream()
                        .flatMap(request -> push(List.of(request)).stream())
                        .toList();
    }

    private PushResponse pushAll(List<LogoutRequest> requests) {
        PushRequest push = PushRequest.newBuilder()
                .setPushId(surroundings.ids().get().toString())
                .addAllAppends(requests.stream().map(PushLogoutRequests::append).toList())
                .build();
        return log.push(
                push,
                requests.getFirst().end().traceparent(),
                surroundings.now().plus(retryFor));
    }

    private static AggregateAppend append(LogoutRequest request) {
        return Events.append(
                        request.end().instanceId(), request.id(), request.end().owner(), request.event())
                .setNone(true)
                .build();
    }

    private static List<NewDelivery> pushed(List<LogoutRequest> requests, Pushed pushed) {
        Instant at = Instant.ofEpochSecond(
                pushed.getCreatedAt().getSeconds(), pushed.getCreatedAt().getNanos());
        List<NewDelivery> deliveries = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            long sequence = pushed.getEvents(i).getSequence();
            deliveries.add(
                    delivery(requests.get(i), new NotificationState("waiting", 0, sequence, at, Instant.EPOCH), at));
        }
        return deliveries;
    }

    private NewDelivery alreadyThere(LogoutRequest request) {
        var events = log.readAggregate(request.end().instanceId(), "notification", request.id());
        NotificationState known = NotificationState.of(events);
        return delivery(request, known, events.getFirst().createdAt()).in(known);
    }

    private static NewDelivery delivery(LogoutRequest request, NotificationState state, Instant requestedAt) {
        End end = request.end();
        return new NewDelivery(
                end.instanceId(),
                request.id(),
                SecurityEventTokenChannel.KIND,
                Targets.of(request.app().uri()),
                end.owner(),
                Events.payload(request.event(), end.instanceId(), request.id()),
                end.traceparent(),
                requestedAt,
                request.dueAt(),
                state);
    }
}
