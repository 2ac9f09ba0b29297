package dev.vesper.simulation.broker;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What stands at an offset.
 *
 * @param record null for the marker that ends a transaction
 */
record Entry(@Nullable ProducerRecord<byte[], byte[]> record, BrokerTransaction transaction) {
    boolean isCommitted(int partition) {
        return record != null && transaction.isCommitted(partition);
    }

    boolean isOpen(int partition) {
        return transaction.isOpen(partition);
    }
}
