package dev.vesper.eventstore.relay;

import org.apache.kafka.common.KafkaException;

/** Nothing can be relayed until a person has done something; the message says what. */
final class RelayRefused extends KafkaException {
    private static final long serialVersionUID = 1;

    RelayRefused(String message) {
        super(message);
    }

    RelayRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
