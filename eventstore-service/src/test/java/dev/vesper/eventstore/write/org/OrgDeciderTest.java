package dev.vesper.eventstore.write.org;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.OrgEvent;
import dev.vesper.eventstore.write.CommandRejected.Kind;
import dev.vesper.eventstore.write.DeciderSpec;
import org.junit.jupiter.api.Test;

final class OrgDeciderTest {
    private static final DeciderSpec<OrgCommand, OrgState, OrgEvent> ORG =
            new DeciderSpec<>(OrgDecider.initialState(), OrgDecider::decide, OrgDecider::evolve);

    @Test
    void an_organisation_is_added_once() {
        ORG.given().when(new OrgCommand.Add("Default")).then(new OrgEvent.Added("Default"));
        ORG.given(new OrgEvent.Added("Default"))
                .when(new OrgCommand.Add("Other"))
                .nothing();
    }

    @Test
    void a_deactivated_organisation_is_present_and_not_active() {
        var state = ORG.given(new OrgEvent.Added("Default"), new OrgEvent.Deactivated())
                .state();
        assertThat(state.present()).isTrue();
        assertThat(state.active()).isFalse();
        ORG.given(new OrgEvent.Added("Default"), new OrgEvent.Removed())
                .when(new OrgCommand.EndSessions("admin"))
                .rejected(Kind.NOT_FOUND, "ORG_NOT_FOUND");
    }

    @Test
    void an_organisation_begins_with_the_domain_that_was_made_for_it() {
        ORG.given()
                .when(new OrgCommand.Add(" Acme ", "acme.id.example.com"))
                .then(
                        new OrgEvent.Added("Acme"),
                        new OrgEvent.DomainAdded("acme.id.example.com", true),
                        new OrgEvent.DomainVerified("acme.id.example.com"),
                        new OrgEvent.DomainPrimarySet("acme.id.example.com"));
        ORG.given().when(new OrgCommand.Add(" ", "")).invalid("name");
    }

    @Test
    void a_domain_is_made_of_what_a_name_holds_of_letters_and_digits() {
        assertThat(OrgDomains.generated("Müller & Söhne AG", "id.example.com"))
                .isEqualTo("muller-sohne-ag.id.example.com");
        assertThat(OrgDomains.generated("-A-", "localhost")).isEqualTo("a.localhost");
        assertThat(OrgDomains.generated("日本", "localhost")).isEmpty();
        assertThat(OrgDomains.generated("Acme", "")).isEmpty();
        assertThat(OrgDomains.generated("x".repeat(200), "localhost")).hasSize(63 + ".localhost".length());
    }

    @Test
    void an_organisation_is_renamed_stopped_and_started_once() {
        var given = ORG.given(new OrgEvent.Added("Acme"));
        given.when(new OrgCommand.Rename("Other")).then(new OrgEvent.Changed("Other"));
        given.when(new OrgCommand.Rename("Acme")).nothing();
        given.when(new OrgCommand.Deactivate()).then(new OrgEvent.Deactivated());
        given.and(new OrgCommand.Deactivate()).when(new OrgCommand.Deactivate()).nothing();
        given.when(new OrgCommand.Reactivate()).nothing();
    }

    @Test
    void only_a_verified_domain_becomes_primary_and_the_primary_one_stays() {
        var given = ORG.given(new OrgEvent.Added("Acme")).and(new OrgCommand.AddDomain("Acme.example"));
        given.when(new OrgCommand.AddDomain("acme.example")).nothing();
        given.when(new OrgCommand.SetPrimaryDomain("acme.example"))
                .rejected(Kind.FAILED_PRECONDITION, "DOMAIN_NOT_VERIFIED");
        var verified = given.and(new OrgCommand.VerifyDomain("acme.example"));
        verified.when(new OrgCommand.VerifyDomain("acme.example")).nothing();
        verified.when(new OrgCommand.SetPrimaryDomain("ACME.example"))
                .then(new OrgEvent.DomainPrimarySet("acme.example"));
        verified.and(new OrgCommand.SetPrimaryDomain("acme.example"))
                .when(new OrgCommand.RemoveDomain("acme.example"))
                .rejected(Kind.FAILED_PRECONDITION, "DOMAIN_IS_PRIMARY");
        verified.when(new OrgCommand.RemoveDomain("acme.example")).then(new OrgEvent.DomainRemoved("acme.example"));
        given.when(new OrgCommand.RemoveDomain("other.example")).rejected(Kind.NOT_FOUND, "DOMAIN_NOT_FOUND");
    }

    @Test
    void a_domain_is_the_name_of_a_host() {
        var given = ORG.given(new OrgEvent.Added("Acme"));
        given.when(new OrgCommand.AddDomain("https://acme.example")).invalid("domain");
        given.when(new OrgCommand.AddDomain("acme.example:8080")).invalid("domain");
        given.when(new OrgCommand.AddDomain("-acme.example")).invalid("domain");
        given.when(new OrgCommand.AddDomain("")).invalid("domain");
    }
}
