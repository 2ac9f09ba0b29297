package dev.vesper.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceReportTest {
    @Test
    void whatWaitsOrLagsIsTakenFromTheMetrics() {
        assertThat(ServiceReport.lag("""
                # HELP vesper_projection_lag_seconds How far behind
                vesper_projection_lag_seconds{projection="users"} 0.5
                vesper_projection_lag_seconds{projection="apps"} 12.0
                vesper_projection_lag_seconds{projection="keys"} 0.0
                vesper_notifications_waiting 3.0
                vesper_pushes_total 12.0
                jvm_threads 3
                """))
                .containsExactly("notifications waiting: 3", "projection lag seconds: users 0.5, apps 12");
    }

    @Test
    void whereNothingWaitsThatIsSaid() {
        assertThat(ServiceReport.lag("vesper_notifications_waiting 0.0\n")).containsExactly("nothing waits");
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
