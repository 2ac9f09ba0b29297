package dev.vesper.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceReportTest {
    @Test
    void whatWaitsOrLagsIsTakenFromTheMetrics() {
        assertThat(ServiceReport.lag("""
                # HELP vesper_projection_lag_seconds How far behind
                vesper_projection_lag_seconds{projection="users"} 0.5
                vesper_pushes_total 12.0
                jvm_threads 3
                """)).containsExactly("projection_lag_seconds{projection=users} 0.5");
    }

    @Test
    void aServiceThatIsNotReadyNamesTheChecksThatSaySo() {
        assertThat(ServiceReport.downChecks("""
                {"status": "DOWN", "checks": [
                  {"name": "database", "status": "UP"},
                  {"name": "broker", "status": "DOWN", "data": {"error": "refused"}}]}
                """)).isEqualTo("broker {\"error\":\"refused\"}");
        assertThat(ServiceReport.downChecks("gateway timeout\n")).isEqualTo("gateway timeout");
    }
}
