package dev.vesper.simulation.broker;

import org.apache.kafka.clients.producer.ProducerRecord;

/** How the way to the broker is at the moment, and what a fault makes of a client. */
public interface Air {
    /** Whether the caller is not told that it was done. */
    default boolean losesAnswer() {
        return false;
    }

    /** Whether nothing is done at all. */
    default boolean losesRequest() {
        return false;
    }

    /** The transactional id that a producer was really given. */
    default String transactionalId(String id) {
        return id;
    }

    /** What a producer really sends. */
    default ProducerRecord<byte[], byte[]> sent(ProducerRecord<byte[], byte[]> record) {
        return record;
    }

    /** Whether who looks for the last records of the topic finds them gone. */
    default boolean hidesTail() {
        return false;
    }
}
