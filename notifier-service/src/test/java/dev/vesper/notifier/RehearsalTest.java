package dev.vesper.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.InstanceEvent;
import dev.vesper.notifier.testbed.TestBed;
import dev.vesper.notifier.testbed.Topic;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RehearsalTest {
    private final TestBed bed = new TestBed();

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void a_rehearsal_goes_the_whole_way_for_a_real_instance_and_leaves_nothing_in_the_log() {
        bed.log().write("instance", new InstanceEvent.Added("Default"));
        var notifier = bed.start(Map.of());

        notifier.rehearse();

        assertThat(bed.services().keysAskedFor()).containsExactly(Topic.INSTANCE);
        assertThat(bed.log().refused()).isPositive();
        assertThat(bed.log().types("rehearsal")).isEmpty();
        assertThat(bed.apps().total()).isZero();
    }

    @Test
    void where_the_services_behind_are_away_the_rehearsal_is_over_at_once() {
        bed.services().close();
        var notifier = bed.start(Map.of());

        notifier.rehearse();

        assertThat(bed.services().keysAskedFor()).isEmpty();
    }
}
