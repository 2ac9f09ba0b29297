package dev.vesper.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void theDefaultPortsAreThoseOfTheContract() {
        var ports = new Ports(Ports.DEFAULT_BASE);

        assertThat(ports.of(Service.OIDC)).isEqualTo(8080);
        assertThat(ports.of(Service.EVENTSTORE)).isEqualTo(8081);
        assertThat(ports.of(Service.PROJECTION)).isEqualTo(8082);
        assertThat(ports.of(Service.NOTIFIER)).isEqualTo(8083);
        assertThat(ports.postgres()).isEqualTo(8085);
        assertThat(ports.kafka()).isEqualTo(8086);
        assertThat(ports.management(Service.OIDC)).isEqualTo(8090);
        assertThat(ports.management(Service.NOTIFIER)).isEqualTo(8093);
        assertThat(ports.demoApp(0)).isEqualTo(8100);
        assertThat(ports.demoApp(1)).isEqualTo(8101);
    }

    @Test
    void noPortIsUsedTwice() {
        assertThat(new Ports(9000).uses(true)).hasSize(12);
        assertThat(new Ports(9000).uses(false)).hasSize(10);
    }

    @Test
    void aBusyPortIsNamedWithTheFlagThatMovesIt() throws IOException {
        var ports = Ports.free(new Random());
        try (var other = new ServerSocket(ports.kafka(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> busyPorts(ports, Map.of()).check(Duration.ZERO))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " for Kafka")
                    .hasMessageContaining("--port-base");
            busyPorts(ports, Map.of("VESPER_KAFKA_BOOTSTRAP", "elsewhere:9092")).check(Duration.ZERO);
        }
        busyPorts(ports, Map.of()).check(Duration.ZERO);
    }

    private static BusyPorts busyPorts(Ports ports, Map<String, String> settings) {
        return new BusyPorts(StackOptions.of(Path.of("."), Path.of("data")).withPorts(ports), settings);
    }
}
