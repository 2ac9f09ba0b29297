package dev.vesper.projection.read.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.events.InstanceEvent;
import dev.vesper.projection.engine.ReadSide;
import dev.vesper.proto.internal.v1.GetInstanceQuery;
import dev.vesper.proto.internal.v1.QueryContext;
import dev.vesper.proto.internal.v1.SearchInstancesQuery;
import dev.vesper.proto.system.v1.SearchInstancesRequest;
import dev.vesper.proto.system.v1.SystemInstance;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SystemInstancesTest {
    private final ReadSide readSide = new ReadSide();
    private final SystemInstanceReader instances = new SystemInstanceReader(readSide.queries());

    @BeforeEach
    void givenTwoInstances() {
        given("i1", new InstanceEvent.Added("One"), new InstanceEvent.DomainAdded("one.example", false));
        given("i2", new InstanceEvent.Added("Two"), new InstanceEvent.DefaultOrgSet("o2"));
    }

    @AfterEach
    void close() {
        readSide.close();
    }

    @Test
    void all_instances_are_found_by_name_domain_and_id_until_they_are_removed() {
        assertThat(search(SearchInstancesRequest.newBuilder())).containsExactly("i1", "i2");
        assertThat(search(SearchInstancesRequest.newBuilder().setNameContains("TW")))
                .containsExactly("i2");
        assertThat(search(SearchInstancesRequest.newBuilder().setDomain("ONE.example")))
                .containsExactly("i1");
        assertThat(search(SearchInstancesRequest.newBuilder().addInstanceIds("i2")))
                .containsExactly("i2");
        given("i1", new InstanceEvent.Removed());
        assertThat(search(SearchInstancesRequest.newBuilder())).containsExactly("i2");
    }

    @Test
    void one_instance_is_shown_with_its_domains() {
        assertThat(get("i1").getDomainsList()).containsExactly("one.example");
        assertThat(get("i2").getDefaultOrgId()).isEqualTo("o2");
        assertThat(get("i2").getDetails().getSequence()).isEqualTo(2);
        assertThatThrownBy(() -> get("i3")).hasMessageContaining("NOT_FOUND");
    }

    private void given(String instanceId, InstanceEvent... events) {
        for (InstanceEvent event : events) {
            readSide.history().add(instanceId, instanceId, event);
        }
        readSide.apply();
    }

    private SystemInstance get(String instanceId) {
        var context = QueryContext.newBuilder().setInstanceId(instanceId);
        return instances.get(GetInstanceQuery.newBuilder().setContext(context).build());
    }

    private List<String> search(SearchInstancesRequest.Builder request) {
        return instances
                .search(SearchInstancesQuery.newBuilder().setRequest(request).build())
                .getInstancesList()
                .stream()
                .map(SystemInstance::getInstanceId)
                .toList();
    }
}
