package dev.vesper.simulation.broker;

import dev.vesper.simulation.platform.Adapter;
import dev.vesper.simulation.rewriting.InsteadOf;
import dev.vesper.simulation.scheduling.Actor;
import dev.vesper.simulation.scheduling.Host;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** The Kafka clients of a process, which lead to the simulated broker. */
public final class Clients {
    private Clients() {}

    /** Tells a process where its broker is. */
    public static void install(Host host, Broker broker) {
        host.install(Broker.class, broker);
    }

    @InsteadOf(value = KafkaProducer.class, constructor = true)
    @SuppressWarnings("unchecked")
    public static Producer<byte[], byte[]> producer(Map<?, ?> settings, Serializer<?> keys, Serializer<?> values) {
        Duration timeout = Duration.ofMillis(((Number) of(settings, "transaction.timeout.ms")).longValue());
        return Adapter.of(
                Producer.class,
                new SimulatedProducer(
                        broker(),
                        broker().air()
                                .transactionalId(
                                        of(settings, "transactional.id").toString()),
                        timeout));
    }

    @InsteadOf(value = KafkaConsumer.class, constructor = true)
    public static Consumer<byte[], byte[]> consumer(Map<?, ?> settings, Deserializer<?> keys, Deserializer<?> values) {
        return open(settings);
    }

    @InsteadOf(value = KafkaConsumer.class, constructor = true)
    public static Consumer<byte[], byte[]> consumer(Properties settings, Deserializer<?> keys, Deserializer<?> values) {
        return open(settings);
    }

    @InsteadOf(Admin.class)
    public static Admin create(Map<?, ?> settings) {
        return Adapter.of(Admin.class, new SimulatedAdmin(broker()));
    }

    @SuppressWarnings("unchecked")
    private static Consumer<byte[], byte[]> open(Map<?, ?> settings) {
        return Adapter.of(
                Consumer.class, new SimulatedConsumer(broker(), Actor.current().host(), ConsumerSettings.of(settings)));
    }

    private static Object of(Map<?, ?> settings, String name) {
        Object value = settings.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }

    private static Broker broker() {
        return Actor.current().host().part(Broker.class);
    }
}
