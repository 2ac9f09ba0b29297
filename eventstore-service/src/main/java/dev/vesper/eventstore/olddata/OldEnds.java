package dev.vesper.eventstore.olddata;

import static dev.vesper.events.EndReason.APP_REMOVED;
import static dev.vesper.events.EndReason.INSTANCE_REMOVED;
import static dev.vesper.events.EndReason.USER;
import static dev.vesper.events.EndReason.USER_DEACTIVATED;
import static dev.vesper.events.EndReason.USER_LOCKED;
import static dev.vesper.events.EndReason.USER_REMOVED;

import java.util.List;
import java.util.function.Function;

/** Which old events end something: those that {@code EndMarkers} would give a marker today. */
final class OldEnds {
    private static final String NOT_IN_THE_PAYLOAD = "";
    private static final String APP_ID = "appId";
    private static final String APP_DEACTIVATED = "app_deactivated";

    static final List<OldEnd> ALL = List.of(
            of("session", "session.terminated", "session", USER.wireName()),
            of("user", "user.deactivated", "user", USER_DEACTIVATED.wireName()),
            of("user", "user.locked", "user", USER_LOCKED.wireName()),
            of("user", "user.removed", "user", USER_REMOVED.wireName()),
            of("project", "project.deactivated", "project", APP_DEACTIVATED),
            of("project", "project.removed", "project", APP_REMOVED.wireName()),
            ofApp("project.application.deactivated", APP_DEACTIVATED),
            ofApp("project.application.removed", APP_REMOVED.wireName()),
            of("org", "org.deactivated", "org", USER_DEACTIVATED.wireName()),
            of("org", "org.removed", "org", USER_REMOVED.wireName()),
            of("instance", "instance.removed", "instance", INSTANCE_REMOVED.wireName()));

    private OldEnds() {}

    /** As the columns that {@code mark_ends.sql} takes. */
    static Object[] columns() {
        return new Object[] {
            column(OldEnd::aggregateType),
            column(OldEnd::eventType),
            column(OldEnd::kind),
            column(OldEnd::field),
            column(OldEnd::reason)
        };
    }

    private static String[] column(Function<OldEnd, String> column) {
        return ALL.stream().map(column).toArray(String[]::new);
    }

    private static OldEnd of(String aggregateType, String eventType, String kind, String reason) {
        return new OldEnd(aggregateType, eventType, kind, NOT_IN_THE_PAYLOAD, reason);
    }

    private static OldEnd ofApp(String eventType, String reason) {
        return new OldEnd("project", eventType, "app", APP_ID, reason);
    }

    /** @param field of the payload that names what ended; empty where the aggregate's own id does */
    record OldEnd(String aggregateType, String eventType, String kind, String field, String reason) {}
}
