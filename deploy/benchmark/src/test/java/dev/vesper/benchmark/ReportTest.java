package dev.vesper.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void aReportHasTheShapeThatOthersRead() {
        var figure = Figure.rate("things", List.of(30.0, 10.0, 20.0), "others", List.of(10.0), 1.5);

        assertThat(Report.of("name", Instant.EPOCH, 0.5, List.of(figure)).json())
                .contains("\"name\" : \"name\"")
                .contains("\"at\" : \"1970-01-01T00:00:00Z\"")
                .contains("\"machine\" : {")
                .contains("\"value\" : 20.0")
                .contains("\"yardstickValue\" : 10.0")
                .contains("\"ratio\" : 2.0")
                .contains("\"goal\" : 1.5")
                .contains("\"met\" : true")
                .contains("\"runs\" : [ 30.0, 10.0, 20.0 ]");
    }

    @Test
    void aFigureWithoutAGoalIsNeitherMetNorMissed() {
        var figure = Figure.shown("p99", List.of(4.0, 2.0), "ms", "others", List.of(1.0));

        assertThat(figure.value()).isEqualTo(3.0);
        assertThat(figure.met()).isNull();
        assertThat(Report.of("name", Instant.EPOCH, 0.5, List.of(figure)).table())
                .doesNotContain("goal")
                .doesNotContain("at most");
    }

    @Test
    void aTimeMeetsItsGoalWhenItIsShort() {
        assertThat(Figure.time("p99", List.of(4.0), "others", List.of(2.0), 3).met())
                .isTrue();
        assertThat(Figure.time("p99", List.of(7.0), "others", List.of(2.0), 3).met())
                .isFalse();
        assertThat(Figure.time("p99", List.of(7.0), 5).met()).isFalse();
    }

    @Test
    void aFigureWhoseYardstickCouldNotBeHadIsShownAlone() {
        var figure = Figure.shown("things", List.of(4.0), "1/s", "others", List.of());

        var report = Report.of("name", Instant.EPOCH, 0.5, List.of(figure));
        assertThat(report.json()).contains("\"yardstickValue\" : null").contains("\"ratio\" : null");
        assertThat(report.table()).contains("nothing to compare with");
    }

    @Test
    void aLoadCountsWhatAllItsCallersDid() throws Exception {
        var load = Load.run(4, Duration.ofMillis(200), number -> () -> number);

        assertThat(load.perSecond()).isPositive();
        assertThat(load.p99Ms()).isBetween(0.0, 200.0);
    }

    @Test
    void anUnknownNameListsWhatThereIs() throws Exception {
        assertThat(Main.run(List.of("frobnicate"), Path.of("."))).isEqualTo(2);
        assertThat(Main.run(List.of(), Path.of("."))).isZero();
    }
}
