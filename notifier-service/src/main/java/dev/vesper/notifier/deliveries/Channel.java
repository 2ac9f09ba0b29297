package dev.vesper.notifier.deliveries;

/** One way to reach somebody. Blocks, within limits of its own. */
public interface Channel {
    /** The kind of notification that takes this way, as the configuration spells it. */
    String kind();

    Outcome send(Delivery delivery);

    /** Whether the sent event also belongs on the aggregate that caused the notification, and which. */
    Receipts receipts();
}
