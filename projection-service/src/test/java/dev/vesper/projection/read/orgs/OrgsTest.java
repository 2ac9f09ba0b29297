package dev.vesper.projection.read.orgs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.events.OrgEvent;
import dev.vesper.projection.engine.ReadSide;
import dev.vesper.projection.given.History;
import dev.vesper.proto.admin.v1.Org;
import dev.vesper.proto.admin.v1.OrgDomain;
import dev.vesper.proto.admin.v1.OrgState;
import dev.vesper.proto.admin.v1.SearchOrgsRequest;
import dev.vesper.proto.internal.v1.GetOrgQuery;
import dev.vesper.proto.internal.v1.QueryContext;
import dev.vesper.proto.internal.v1.SearchOrgsQuery;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OrgsTest {
    private final ReadSide readSide = new ReadSide();
    private final OrgReader orgs = new OrgReader(readSide.queries());

    @AfterEach
    void close() {
        readSide.close();
    }

    @Test
    void an_organisation_follows_its_events() {
        given("o1", new OrgEvent.Added("One"), new OrgEvent.Changed("Uno"), new OrgEvent.Deactivated());

        assertThat(orgs.get(query("o1")).getName()).isEqualTo("Uno");
        assertThat(orgs.get(query("o1")).getState()).isEqualTo(OrgState.ORG_STATE_INACTIVE);
        assertThat(orgs.get(query("o1")).getDetails().getSequence()).isEqualTo(3);
        given("o1", new OrgEvent.Reactivated(), new OrgEvent.SessionsEnded("admin"));
        assertThat(orgs.get(query("o1")).getState()).isEqualTo(OrgState.ORG_STATE_ACTIVE);
        given("o1", new OrgEvent.Removed());
        assertThatThrownBy(() -> orgs.get(query("o1"))).hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> orgs.listDomains(query("o1"))).hasMessageContaining("NOT_FOUND");
    }

    @Test
    void an_organisation_shows_its_domains() {
        given(
                "o1",
                new OrgEvent.Added("One"),
                new OrgEvent.DomainAdded("one.localhost", true),
                new OrgEvent.DomainVerified("one.localhost"),
                new OrgEvent.DomainPrimarySet("one.localhost"),
                new OrgEvent.DomainAdded("one.example", false),
                new OrgEvent.DomainAdded("gone.example", false),
                new OrgEvent.DomainRemoved("gone.example"));

        assertThat(orgs.get(query("o1")).getPrimaryDomain()).isEqualTo("one.localhost");
        var domains = orgs.listDomains(query("o1")).getDomainsList();
        assertThat(domains).extracting(OrgDomain::getDomain).containsExactly("one.example", "one.localhost");
        assertThat(domains).extracting(OrgDomain::getVerified).containsExactly(false, true);
        assertThat(domains).extracting(OrgDomain::getPrimary).containsExactly(false, true);
        assertThat(domains).extracting(OrgDomain::getGenerated).containsExactly(false, true);
    }

    @Test
    void a_search_filters_by_name_state_ids_and_domain_and_sees_no_other_instance() {
        given("o1", new OrgEvent.Added("Acme"), new OrgEvent.DomainAdded("acme.example", false));
        given("o2", new OrgEvent.Added("acme two"), new OrgEvent.Deactivated());
        readSide.history().add("i2", "o3", new OrgEvent.Added("Acme"));
        readSide.apply();

        assertThat(search(SearchOrgsRequest.newBuilder())).containsExactly("o1", "o2");
        assertThat(search(SearchOrgsRequest.newBuilder().setName("Acme"))).containsExactly("o1");
        assertThat(search(SearchOrgsRequest.newBuilder().setNameContains("ACME")))
                .containsExactly("o1", "o2");
        assertThat(search(SearchOrgsRequest.newBuilder().setState(OrgState.ORG_STATE_INACTIVE)))
                .containsExactly("o2");
        assertThat(search(SearchOrgsRequest.newBuilder().addOrgIds("o1"))).containsExactly("o1");
        assertThat(search(SearchOrgsRequest.newBuilder().setDomain("ACME.example")))
                .containsExactly("o1");
    }

    @Test
    void a_caller_who_may_see_some_sees_these_alone() {
        given("o1", new OrgEvent.Added("One"));
        given("o2", new OrgEvent.Added("Two"));
        var context = context().addResourceOwners("o2").build();

        var found = orgs.search(SearchOrgsQuery.newBuilder().setContext(context).build());

        assertThat(found.getOrgsList()).extracting(Org::getOrgId).containsExactly("o2");
    }

    private void given(String orgId, OrgEvent... events) {
        for (OrgEvent event : events) {
            readSide.history().add(orgId, event);
        }
        readSide.apply();
    }

    private List<String> search(SearchOrgsRequest.Builder request) {
        var query = SearchOrgsQuery.newBuilder().setContext(context()).setRequest(request);
        return orgs.search(query.build()).getOrgsList().stream()
                .map(Org::getOrgId)
                .toList();
    }

    private static GetOrgQuery query(String orgId) {
        return GetOrgQuery.newBuilder().setContext(context()).setOrgId(orgId).build();
    }

    private static QueryContext.Builder context() {
        return QueryContext.newBuilder().setInstanceId(History.INSTANCE);
    }
}
