package dev.vesper.projection.read.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.InstanceEvent;
import dev.vesper.events.SystemEvent;
import dev.vesper.projection.engine.ReadSide;
import dev.vesper.projection.given.History;
import dev.vesper.proto.admin.v1.GetFeaturesResponse;
import dev.vesper.proto.internal.v1.GetInstanceFeaturesQuery;
import dev.vesper.proto.internal.v1.GetSystemFeaturesQuery;
import dev.vesper.proto.internal.v1.QueryContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FeaturesTest {
    private final ReadSide readSide = new ReadSide();
    private final FeatureReader features = new FeatureReader(readSide.queries());

    @AfterEach
    void close() {
        readSide.close();
    }

    @Test
    void a_feature_that_nobody_set_is_on_by_default() {
        assertThat(text(ofInstance())).isEqualTo("true by default, true by default");
        assertThat(text(ofSystem())).isEqualTo("true by default, true by default");
    }

    @Test
    void the_system_speaks_for_all_instances() {
        ofSystem(new SystemEvent.BackChannelLogoutSet(false));

        assertThat(text(ofInstance())).isEqualTo("false by system, true by default");
        assertThat(text(ofSystem())).isEqualTo("false by system, true by default");
    }

    @Test
    void the_instance_has_the_last_word_whoever_spoke_first() {
        ofInstance(new InstanceEvent.BackChannelLogoutSet(true));
        ofSystem(new SystemEvent.BackChannelLogoutSet(false), new SystemEvent.SingleSessionTerminationSet(false));

        assertThat(text(ofInstance())).isEqualTo("true by instance, false by system");
        assertThat(text(ofSystem())).isEqualTo("false by system, false by system");
    }

    @Test
    void a_reset_takes_back_what_was_set_on_that_level_alone() {
        ofSystem(new SystemEvent.BackChannelLogoutSet(false));
        ofInstance(new InstanceEvent.BackChannelLogoutSet(true), new InstanceEvent.FeaturesReset());
        assertThat(text(ofInstance())).isEqualTo("false by system, true by default");

        ofSystem(new SystemEvent.FeaturesReset());
        assertThat(text(ofInstance())).isEqualTo("true by default, true by default");
    }

    private void ofSystem(SystemEvent... events) {
        for (SystemEvent event : events) {
            readSide.history().add("", "SYSTEM", event);
        }
        readSide.apply();
    }

    private void ofInstance(InstanceEvent... events) {
        for (InstanceEvent event : events) {
            readSide.history().add(History.INSTANCE, event);
        }
        readSide.apply();
    }

    private GetFeaturesResponse ofInstance() {
        return features.ofInstance(GetInstanceFeaturesQuery.newBuilder()
                .setContext(QueryContext.newBuilder().setInstanceId(History.INSTANCE))
                .build());
    }

    private GetFeaturesResponse ofSystem() {
        return features.ofSystem(GetSystemFeaturesQuery.getDefaultInstance());
    }

    private static String text(GetFeaturesResponse answer) {
        return "%s by %s, %s by %s"
                .formatted(
                        answer.getBackChannelLogout().getEnabled(),
                        answer.getBackChannelLogout().getSource(),
                        answer.getSingleSessionTermination().getEnabled(),
                        answer.getSingleSessionTermination().getSource());
    }
}
