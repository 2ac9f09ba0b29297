package dev.vesper.eventstore.log;

import java.util.List;

/** What {@link Admission} says of one push. */
sealed interface Decision {
    /** The first answer to the same push id, of this batch or of an earlier one. */
    record Repeated(PushOutcome.Pushed answer) implements Decision {}

    record Refused(PushOutcome.Refused reason) implements Decision {}

    /** It is written with the batch. */
    record Admitted(List<PushedEvent> events) implements Decision {}
}
