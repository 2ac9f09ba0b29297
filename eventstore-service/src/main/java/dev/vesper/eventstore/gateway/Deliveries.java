package dev.vesper.eventstore.gateway;

import dev.vesper.eventstore.write.user.human.Delivery;
import dev.vesper.proto.admin.v1.SendCode;

/** What a caller wants to become of a code. A message is the default. */
final class Deliveries {
    private Deliveries() {}

    static Delivery of(boolean returned, SendCode send) {
        return returned ? new Delivery.Return() : new Delivery.Send(send.getUrlTemplate());
    }

    static Delivery of(boolean verified, boolean returned, SendCode send) {
        return verified ? new Delivery.Verified() : of(returned, send);
    }
}
