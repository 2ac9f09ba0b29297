package dev.vesper.eventstore.write.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.InstanceEvent;
import dev.vesper.events.Policy;
import dev.vesper.eventstore.write.CommandRejected.Kind;
import dev.vesper.eventstore.write.DeciderSpec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InstanceDeciderTest {
    private static final DeciderSpec<InstanceCommand, InstanceState, InstanceEvent> INSTANCE =
            new DeciderSpec<>(InstanceDecider.initialState(), InstanceDecider::decide, InstanceDecider::evolve);
    private static final InstanceCommand SET_UP =
            new InstanceCommand.SetUp("default", List.of("localhost", "127.0.0.1"), "o1", 10, TokenLifetimes.DEFAULT);

    @Test
    void an_instance_is_set_up_once() {
        var state = INSTANCE.given().and(SET_UP).state();
        assertThat(state.domains()).containsExactly("localhost", "127.0.0.1");
        assertThat(state.defaultOrgId()).isEqualTo("o1");
        assertThat(state.policies().find(Policy.Kind.LOCKOUT)).contains(new Policy.Lockout(10));
        assertThat(state.lifetimes()).isEqualTo(TokenLifetimes.DEFAULT);
        INSTANCE.given().and(SET_UP).when(SET_UP).nothing();
    }

    @Test
    void a_switch_is_written_when_it_changes() {
        INSTANCE.given()
                .and(SET_UP)
                .when(new InstanceCommand.SetFeatures(false, null))
                .then(new InstanceEvent.BackChannelLogoutSet(false));
        INSTANCE.given()
                .and(SET_UP)
                .and(new InstanceCommand.SetFeatures(false, true))
                .when(new InstanceCommand.SetFeatures(false, true))
                .nothing();
        INSTANCE.given()
                .and(SET_UP)
                .and(new InstanceCommand.SetFeatures(false, true))
                .when(new InstanceCommand.ResetFeatures())
                .then(new InstanceEvent.FeaturesReset());
        INSTANCE.given().and(SET_UP).when(new InstanceCommand.ResetFeatures()).nothing();
    }

    @Test
    void a_domain_is_added_once() {
        INSTANCE.given()
                .and(SET_UP)
                .when(new InstanceCommand.AddDomain("id.example.com"))
                .then(new InstanceEvent.DomainAdded("id.example.com", false));
        INSTANCE.given()
                .and(SET_UP)
                .when(new InstanceCommand.AddDomain("localhost"))
                .nothing();
    }

    @Test
    void an_unknown_instance_is_not_found() {
        INSTANCE.given().when(new InstanceCommand.EndSessions("admin")).rejected(Kind.NOT_FOUND, "INSTANCE_NOT_FOUND");
        INSTANCE.given(new InstanceEvent.Added("x"), new InstanceEvent.Removed())
                .when(SET_UP)
                .nothing();
    }

    @Test
    void an_instance_is_renamed_and_given_a_language_and_an_organisation_once() {
        var given = INSTANCE.given().and(SET_UP);
        given.when(new InstanceCommand.Rename("Main")).then(new InstanceEvent.Changed("Main"));
        given.when(new InstanceCommand.Rename("default")).nothing();
        given.when(new InstanceCommand.Rename(" ")).invalid("name");
        given.when(new InstanceCommand.SetDefaultLanguage("de-ch")).then(new InstanceEvent.DefaultLanguageSet("de-CH"));
        given.when(new InstanceCommand.SetDefaultLanguage("not a language")).invalid("defaultLanguage");
        given.when(new InstanceCommand.SetDefaultLanguage("")).invalid("defaultLanguage");
        given.when(new InstanceCommand.SetDefaultOrg("o2")).then(new InstanceEvent.DefaultOrgSet("o2"));
        given.when(new InstanceCommand.SetDefaultOrg("o1")).nothing();
    }

    @Test
    void the_primary_domain_stays_until_another_one_is_primary() {
        var given = INSTANCE.given().and(SET_UP);
        given.when(new InstanceCommand.RemoveDomain("localhost"))
                .rejected(Kind.FAILED_PRECONDITION, "DOMAIN_IS_PRIMARY");
        given.and(new InstanceCommand.SetPrimaryDomain("127.0.0.1"))
                .when(new InstanceCommand.RemoveDomain("localhost"))
                .then(new InstanceEvent.DomainRemoved("localhost"));
        given.when(new InstanceCommand.SetPrimaryDomain("other")).rejected(Kind.NOT_FOUND, "DOMAIN_NOT_FOUND");
    }

    @Test
    void a_lifetime_is_neither_nothing_nor_for_ever() {
        var given = INSTANCE.given().and(SET_UP);
        var hour = Duration.ofHours(1);
        given.when(new InstanceCommand.SetLifetimes(new TokenLifetimes(hour, hour, hour, hour)))
                .then(new InstanceEvent.OidcSettingsChanged(hour, hour, hour, hour));
        given.when(new InstanceCommand.SetLifetimes(TokenLifetimes.DEFAULT)).nothing();
        given.when(new InstanceCommand.SetLifetimes(new TokenLifetimes(hour, Duration.ZERO, hour, hour)))
                .invalid("idTokenLifetime");
        given.when(new InstanceCommand.SetLifetimes(new TokenLifetimes(hour, hour, hour, Duration.ofDays(99_999))))
                .invalid("refreshTokenExpiration");
    }

    @Test
    void a_policy_is_added_changed_and_taken_back_once() {
        var given = INSTANCE.given().and(SET_UP);
        var strict = new Policy.PasswordComplexity(12, true, true, true, true);
        given.when(new InstanceCommand.SetPolicy(strict)).then(new InstanceEvent.PasswordComplexityPolicyAdded(strict));
        var ruled = given.and(new InstanceCommand.SetPolicy(strict));
        ruled.when(new InstanceCommand.SetPolicy(strict)).nothing();
        var weaker = new Policy.PasswordComplexity(10, false, false, false, false);
        ruled.when(new InstanceCommand.SetPolicy(weaker))
                .then(new InstanceEvent.PasswordComplexityPolicyChanged(weaker));
        ruled.when(new InstanceCommand.ResetPolicy(Policy.Kind.PASSWORD_COMPLEXITY))
                .then(new InstanceEvent.PasswordComplexityPolicyRemoved());
        given.when(new InstanceCommand.ResetPolicy(Policy.Kind.PASSWORD_COMPLEXITY))
                .nothing();
        given.when(new InstanceCommand.SetPolicy(new Policy.Lockout(3)))
                .then(new InstanceEvent.LockoutPolicyChanged(new Policy.Lockout(3)));
    }

    @Test
    void a_policy_that_cannot_be_kept_to_is_refused_by_its_field() {
        var given = INSTANCE.given().and(SET_UP);
        given.when(new InstanceCommand.SetPolicy(new Policy.Lockout(-1))).invalid("maxPasswordAttempts");
        given.when(new InstanceCommand.SetPolicy(new Policy.PasswordComplexity(0, true, true, true, true)))
                .invalid("minLength");
        given.when(new InstanceCommand.SetPolicy(new Policy.SessionLifetime(Duration.ofSeconds(1), Duration.ZERO)))
                .invalid("idle");
        given.when(new InstanceCommand.SetPolicy(new Policy.SessionLifetime(Duration.ZERO, Duration.ofDays(9999))))
                .invalid("absolute");
        given.when(new InstanceCommand.SetPolicy(new Policy.Login(true, false, "javascript:alert(1)")))
                .invalid("defaultRedirectUri");
    }
}
