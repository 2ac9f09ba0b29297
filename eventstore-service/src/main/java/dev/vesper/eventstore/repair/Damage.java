package dev.vesper.eventstore.repair;

import dev.vesper.events.EventCodec;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is missing of events that come back from the topic, which never had their secrets, nor the keys of persons. */
final class Damage {
    private final Sql sql;

    Damage(Sql sql) {
        this.sql = sql;
    }

    /** @return a line per damage, for whoever must set it right */
    List<String> of(List<RecordedEvent> lost) {
        List<String> lines = new ArrayList<>();
        Set<Person> keyless = keyless(lost);
        for (RecordedEvent event : lost) {
            if (EventCodec.isWithoutItsSecret(event.type(), event.revision(), event.payload())) {
                lines.add(Places.text(event) + ": its secret is lost and must be set anew");
            }
        }
        keyless.forEach(person -> lines.add("user %s of instance %s: the key of their personal data is lost"
                .formatted(person.userId(), person.instanceId())));
        return lines;
    }

    private Set<Person> keyless(List<RecordedEvent> lost) {
        Set<Person> sealed = new LinkedHashSet<>();
        lost.forEach(event ->
                EventCodec.sealedFor(event).forEach(user -> sealed.add(new Person(event.instanceId(), user))));
        Set<Person> keyless = new HashSet<>();
        sql.run(Statement.of(
                        "repair/find_lost_keys",
                        sealed.stream().map(Person::instanceId).toArray(String[]::new),
                        sealed.stream().map(Person::userId).toArray(String[]::new)))
                .forEach(row -> keyless.add(new Person(row.getString("instance_id"), row.getString("user_id"))));
        return keyless;
    }

    private record Person(String instanceId, String userId) {}
}
