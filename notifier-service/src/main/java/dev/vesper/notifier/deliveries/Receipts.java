package dev.vesper.notifier.deliveries;

import dev.vesper.proto.internal.v1.AggregateAppend;
import java.util.List;

/** What the trigger's own aggregate is told, in the same push as the notification's end. */
public interface Receipts {
    List<AggregateAppend> ofSent(Delivery delivery);

    List<AggregateAppend> ofCanceled(Delivery delivery, String reason);
}
