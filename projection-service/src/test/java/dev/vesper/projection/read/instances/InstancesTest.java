package dev.vesper.projection.read.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.events.InstanceEvent;
import dev.vesper.events.Policy;
import dev.vesper.projection.engine.ReadSide;
import dev.vesper.proto.internal.v1.GetInstanceByHostQuery;
import dev.vesper.proto.internal.v1.GetInstanceQuery;
import dev.vesper.proto.internal.v1.Instance;
import dev.vesper.proto.internal.v1.QueryContext;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class InstancesTest {
    private final ReadSide readSide = new ReadSide();
    private final InstanceReader instances = new InstanceReader(readSide.queries());

    @AfterEach
    void close() {
        readSide.close();
    }

    @Test
    void an_instance_shows_its_domains_policies_and_settings() {
        given(
                "i1",
                new InstanceEvent.Added("default"),
                new InstanceEvent.DomainAdded("localhost", true),
                new InstanceEvent.DomainAdded("Id.Example", false),
                new InstanceEvent.DomainPrimarySet("id.example"),
                new InstanceEvent.DefaultOrgSet("org1"),
                new InstanceEvent.LockoutPolicyAdded(new Policy.Lockout(10)),
                new InstanceEvent.LockoutPolicyChanged(new Policy.Lockout(5)),
                new InstanceEvent.OidcSettingsAdded(
                        Duration.ofHours(12), Duration.ofHours(1), Duration.ofDays(30), Duration.ofDays(90)));

        Instance instance = get("i1");

        assertThat(instance.getName()).isEqualTo("default");
        assertThat(instance.getDomainsList()).containsExactly("id.example", "localhost");
        assertThat(instance.getDefaultOrgId()).isEqualTo("org1");
        assertThat(instance.getLockoutPolicy().getMaxPasswordAttempts()).isEqualTo(5);
        assertThat(instance.getOidcSettings().getIdTokenLifetime().getSeconds()).isEqualTo(3_600);
        assertThat(instance.getPosition())
                .isEqualTo(readSide.history().events().getLast().position());
    }

    @Test
    void an_instance_follows_its_name_language_and_primary_domain() {
        given(
                "i1",
                new InstanceEvent.Added("default"),
                new InstanceEvent.DomainAdded("localhost", true),
                new InstanceEvent.Changed("Main"),
                new InstanceEvent.DefaultLanguageSet("de-CH"));

        assertThat(get("i1").getName()).isEqualTo("Main");
        assertThat(get("i1").getDefaultLanguage()).isEqualTo("de-CH");
        assertThat(get("i1").getPrimaryDomain()).isEmpty();
        given("i1", new InstanceEvent.DomainPrimarySet("localhost"));
        assertThat(get("i1").getPrimaryDomain()).isEqualTo("localhost");
    }

    @Test
    void an_instance_is_found_by_any_of_its_hosts_and_by_no_other() {
        given("i1", new InstanceEvent.Added("one"), new InstanceEvent.DomainAdded("one.example", false));
        given("i2", new InstanceEvent.Added("two"), new InstanceEvent.DomainAdded("two.example", false));

        assertThat(byHost("TWO.example").getInstanceId()).isEqualTo("i2");
        assertThatThrownBy(() -> byHost("three.example")).hasMessageContaining("NOT_FOUND");
    }

    @Test
    void a_domain_that_moved_belongs_to_where_it_went() {
        given("i1", new InstanceEvent.Added("one"), new InstanceEvent.DomainAdded("id.example", false));
        given("i1", new InstanceEvent.DomainRemoved("id.example"));
        given("i2", new InstanceEvent.Added("two"), new InstanceEvent.DomainAdded("id.example", false));

        assertThat(byHost("id.example").getInstanceId()).isEqualTo("i2");
    }

    @Test
    void a_removed_instance_answers_to_no_host() {
        given("i1", new InstanceEvent.Added("one"), new InstanceEvent.DomainAdded("one.example", false));
        given("i1", new InstanceEvent.Removed());

        assertThatThrownBy(() -> byHost("one.example")).hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> get("i1")).hasMessageContaining("NOT_FOUND");
    }

    @Test
    void a_query_without_an_instance_is_refused_by_the_name_of_the_field() {
        assertThatThrownBy(() -> get("")).hasMessageContaining("context.instanceId");
    }

    private void given(String instanceId, InstanceEvent... events) {
        for (InstanceEvent event : events) {
            readSide.history().add(instanceId, instanceId, event);
        }
        readSide.apply();
    }

    private Instance get(String instanceId) {
        return instances.get(GetInstanceQuery.newBuilder()
                .setContext(QueryContext.newBuilder().setInstanceId(instanceId))
                .build());
    }

    private Instance byHost(String host) {
        return instances.getByHost(
                GetInstanceByHostQuery.newBuilder().setHost(host).build());
    }
}
