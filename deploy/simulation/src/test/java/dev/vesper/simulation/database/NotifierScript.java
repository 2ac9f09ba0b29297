package dev.vesper.simulation.database;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Ends that wait for registrations, and deliveries that are claimed, lost, rescued, put off and finished. */
final class NotifierScript {
    private static final OffsetDateTime EARLY = Instant.EPOCH.atOffset(ZoneOffset.UTC);
    private static final OffsetDateTime NOW = EARLY.plusHours(1);
    private static final OffsetDateTime LATE = EARLY.plusHours(2);
    private static final UUID HOLDER = new UUID(7, 7);

    private NotifierScript() {}

    static void play(Stage stage) {
        checkpoints(stage);
        ends(stage);
        schedule(stage);
        claims(stage);
        rescue(stage);
        skipLocked(stage);
    }

    private static void checkpoints(Stage stage) {
        stage.play("A", "sql/add_checkpoints", (Object) new Integer[] {0, 1});
        stage.play("A", "sql/add_checkpoints", (Object) new Integer[] {0});
        move(stage, 0L, 5L);
        move(stage, 0L, 6L);
        stage.play("A", "sql/find_checkpoints", (Object) new Integer[] {0, 4});
        stage.play("A", "sql/keep_unreadable_events", new Integer[] {0}, new Long[] {3L}, texts("broken"), times(NOW));
        stage.play("A", "sql/note_active_instances", texts("i1"), NOW);
    }

    private static void move(Stage stage, long from, long to) {
        stage.play(
                "A",
                "sql/move_checkpoints",
                new Integer[] {0},
                new Long[] {from},
                new Long[] {to},
                new Long[] {8L},
                new Integer[] {0});
    }

    private static void ends(Stage stage) {
        register(stage, "s1", "part-1", "app1");
        register(stage, "s1", "part-1", "app1");
        register(stage, "s1", "part-2", "app2");
        end(stage, "session", "s1", "session", "s1");
        end(stage, "oidc_session", "part-9", "oidc_session", "part-9");
        find(stage, EARLY);
        find(stage, LATE);
        stage.play("A", "sql/forget_ends", texts("i1"), texts("session"), texts("s1"), new Long[] {4L});
        stage.play("A", "sql/forget_registrations", texts("i1"), texts("s1"), texts("part-1"));
        find(stage, LATE);
    }

    private static void register(Stage stage, String session, String part, String app) {
        stage.play(
                "A",
                "sql/remember_registrations",
                texts("i1"),
                texts(session),
                texts(part),
                texts("u1"),
                texts(app),
                texts("https://" + app),
                times(EARLY.plusMinutes(part.length() + app.charAt(app.length() - 1))));
    }

    private static void end(Stage stage, String type, String id, String subject, String subjectId) {
        stage.play(
                "A",
                "sql/remember_ends",
                texts("i1"),
                texts(type),
                texts(id),
                texts(type + ".ended"),
                new Long[] {4L},
                texts(subject),
                texts(subjectId),
                texts("o1"),
                new String[] {null},
                new String[] {null},
                times(NOW),
                new Integer[] {0});
    }

    private static void find(Stage stage, OffsetDateTime tooOld) {
        stage.play("A", "sql/find_ends_to_announce", new Integer[] {0}, tooOld, 10);
    }

    private static void schedule(Stage stage) {
        missing(stage, "n1", "a");
        missing(stage, "n1", "a");
        add(stage, "n1", "a", 1L);
        add(stage, "n1", "a", 1L);
        add(stage, "n2", "a", 1L);
        add(stage, "n3", "b", 1L);
        align(stage, "n2", 2L);
        align(stage, "n2", 2L);
        stage.play("A", "sql/wake_workers");
    }

    private static void missing(Stage stage, String id, String target) {
        stage.play(
                "A",
                "sql/add_missing_deliveries",
                texts("i1"),
                texts(id),
                texts("kind"),
                texts(target),
                texts("o1"),
                texts("{}"),
                times(EARLY),
                times(NOW));
    }

    private static void add(Stage stage, String id, String target, long sequence) {
        stage.play(
                "A",
                "sql/add_deliveries",
                texts("i1"),
                texts(id),
                texts("kind"),
                texts("waiting"),
                new Boolean[] {false},
                texts(target),
                texts("o1"),
                texts("{}"),
                new String[] {null},
                times(EARLY.plusMinutes(1)),
                times(NOW),
                new Integer[] {0},
                new Long[] {sequence},
                new OffsetDateTime[] {null});
    }

    private static void align(Stage stage, String id, long sequence) {
        stage.play(
                "A",
                "sql/align_deliveries",
                texts("i1"),
                texts(id),
                texts("waiting"),
                new Boolean[] {true},
                new Integer[] {1},
                new Long[] {sequence},
                times(NOW),
                new OffsetDateTime[] {null},
                NOW);
    }

    private static void claims(Stage stage) {
        claim(stage, "A", false, "", 10, EARLY);
        claim(stage, "A", false, "a", 10, NOW);
        claim(stage, "A", true, "", 10, NOW);
        finish(stage, "n3", new UUID(1, 1));
        finish(stage, "n3", HOLDER);
        finish(stage, "n3", HOLDER);
        stage.play("A", "sql/reschedule_delivery", "i1", "n2", new UUID(1, 1), true, 2, 3L, NOW, false, "a");
        stage.play("A", "sql/reschedule_delivery", "i1", "n2", HOLDER, true, 2, 3L, NOW, false, "a");
        stage.play("A", "sql/claim_expired_deliveries", "kind", EARLY, 1, HOLDER, NOW);
        claim(stage, "A", false, "", 0, NOW);
    }

    private static void claim(
            Stage stage, String connection, boolean retrying, String after, int roomInA, OffsetDateTime now) {
        stage.play(
                connection,
                "sql/claim_due_deliveries",
                retrying,
                after,
                texts("a"),
                new Integer[] {roomInA},
                now,
                5,
                10,
                HOLDER,
                LATE,
                null);
    }

    private static void finish(Stage stage, String id, UUID holder) {
        stage.play("A", "sql/finish_delivery", "i1", id, holder, "sent", 1, 2L, NOW);
    }

    private static void rescue(Stage stage) {
        stage.play("A", "sql/rescue_abandoned_deliveries", NOW, 10);
        stage.play("A", "sql/rescue_abandoned_deliveries", LATE, 10);
    }

    /** What one claim has locked, another passes over. */
    private static void skipLocked(Stage stage) {
        stage.play("A", "sql/log/begin");
        claim(stage, "A", false, "", 10, LATE);
        claim(stage, "B", false, "", 10, LATE);
        stage.play("A", "sql/log/rollback");
        claim(stage, "B", false, "", 10, LATE);
    }

    private static String[] texts(String... texts) {
        return texts;
    }

    private static OffsetDateTime[] times(OffsetDateTime... times) {
        return times;
    }
}
