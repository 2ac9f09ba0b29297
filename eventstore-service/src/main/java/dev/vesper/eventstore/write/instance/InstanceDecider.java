package dev.vesper.eventstore.write.instance;

import dev.vesper.events.InstanceEvent;
import dev.vesper.events.Policy;
import dev.vesper.eventstore.write.AggregateKind;
import dev.vesper.eventstore.write.CommandRejected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Decides about one instance. */
public final class InstanceDecider {
    public static final AggregateKind<InstanceState, InstanceEvent> KIND = AggregateKind.of(
                    "instance", InstanceEvent.class, initialState(), InstanceDecider::evolve)
            .keptInMemory();

    private InstanceDecider() {}

    public static InstanceState initialState() {
        return InstanceState.NONE;
    }

    public static List<InstanceEvent> decide(InstanceCommand command, InstanceState state) {
        if (command instanceof InstanceCommand.SetUp setUp) {
            return setUp(setUp, state);
        }
        if (!state.present()) {
            throw CommandRejected.notFound("INSTANCE_NOT_FOUND", "There is no such instance.");
        }
        return switch (command) {
            case InstanceCommand.SetUp _ -> List.of();
            case InstanceCommand.Rename rename -> InstanceSettings.rename(rename.name(), state);
            case InstanceCommand.SetDefaultLanguage set -> InstanceSettings.setLanguage(set.language(), state);
            case InstanceCommand.SetDefaultOrg set ->
                set.orgId().equals(state.defaultOrgId())
                        ? List.of()
                        : List.of(new InstanceEvent.DefaultOrgSet(set.orgId()));
            case InstanceCommand.SetLifetimes set -> InstanceSettings.setLifetimes(set.lifetimes(), state);
            case InstanceCommand.AddDomain add -> InstanceDomains.add(add.domain(), state);
            case InstanceCommand.SetPrimaryDomain set -> InstanceDomains.setPrimary(set.domain(), state);
            case InstanceCommand.RemoveDomain remove -> InstanceDomains.remove(remove.domain(), state);
            case InstanceCommand.SetPolicy set -> InstancePolicies.set(set.policy(), state.policies());
            case InstanceCommand.ResetPolicy reset -> InstancePolicies.reset(reset.kind(), state.policies());
            case InstanceCommand.Remove _ -> List.of(new InstanceEvent.Removed());
            case InstanceCommand.SetFeatures set -> setFeatures(set, state);
            case InstanceCommand.ResetFeatures _ ->
                state.backChannelLogout() == null && state.singleSessionTermination() == null
                        ? List.of()
                        : List.of(new InstanceEvent.FeaturesReset());
            case InstanceCommand.EndSessions end -> List.of(new InstanceEvent.SessionsEnded(end.reason()));
        };
    }

    public static InstanceState evolve(InstanceState state, InstanceEvent event) {
        return switch (event) {
            case InstanceEvent.Added added -> state.withPresence(true, false).withName(added.name());
            case InstanceEvent.Changed changed -> state.withName(changed.name());
            case InstanceEvent.DefaultLanguageSet set -> state.withLanguage(set.language());
            case InstanceEvent.Removed _ -> state.withPresence(false, true);
            case InstanceEvent.DomainAdded added -> {
                List<String> domains = new ArrayList<>(state.domains());
                domains.add(added.domain());
                yield state.withDomains(domains);
            }
            case InstanceEvent.DomainRemoved removed ->
                state.withDomains(state.domains().stream()
                        .filter(domain -> !domain.equals(removed.domain()))
                        .toList());
            case InstanceEvent.DefaultOrgSet set -> state.withDefaultOrg(set.orgId());
            case InstanceEvent.PolicySet set ->
                state.withPolicies(state.policies().with(set.policy()));
            case InstanceEvent.PolicyReset reset ->
                state.withPolicies(state.policies().without(reset.kind()));
            case InstanceEvent.OidcSettingsAdded e ->
                state.withLifetimes(lifetimes(
                        e.accessTokenLifetime(),
                        e.idTokenLifetime(),
                        e.refreshTokenIdleExpiration(),
                        e.refreshTokenExpiration()));
            case InstanceEvent.OidcSettingsChanged e ->
                state.withLifetimes(lifetimes(
                        e.accessTokenLifetime(),
                        e.idTokenLifetime(),
                        e.refreshTokenIdleExpiration(),
                        e.refreshTokenExpiration()));
            case InstanceEvent.BackChannelLogoutSet set ->
                state.withFeatures(set.value(), state.singleSessionTermination());
            case InstanceEvent.SingleSessionTerminationSet set ->
                state.withFeatures(state.backChannelLogout(), set.value());
            case InstanceEvent.FeaturesReset _ -> state.withFeatures(null, null);
            case InstanceEvent.DomainPrimarySet set -> state.withPrimaryDomain(set.domain());
            case InstanceEvent.SessionsEnded _ -> state;
            // Who may do what is folded apart, in write/member.
            case InstanceEvent.MemberAdded _, InstanceEvent.MemberChanged _, InstanceEvent.MemberRemoved _ -> state;
        };
    }

    private static List<InstanceEvent> setUp(InstanceCommand.SetUp setUp, InstanceState state) {
        if (state.present() || state.removed()) {
            return List.of();
        }
        List<InstanceEvent> events = new ArrayList<>();
        events.add(new InstanceEvent.Added(setUp.name()));
        setUp.domains().forEach(domain -> events.add(new InstanceEvent.DomainAdded(domain, false)));
        events.add(new InstanceEvent.DomainPrimarySet(setUp.domains().getFirst()));
        events.add(new InstanceEvent.DefaultOrgSet(setUp.defaultOrgId()));
        events.add(new InstanceEvent.LockoutPolicyAdded(new Policy.Lockout(setUp.maxPasswordAttempts())));
        TokenLifetimes lifetimes = setUp.lifetimes();
        events.add(new InstanceEvent.OidcSettingsAdded(
                lifetimes.accessToken(), lifetimes.idToken(), lifetimes.refreshTokenIdle(), lifetimes.refreshToken()));
        return List.copyOf(events);
    }

    private static List<InstanceEvent> setFeatures(InstanceCommand.SetFeatures set, InstanceState state) {
        List<InstanceEvent> events = new ArrayList<>();
        Boolean backChannel = set.backChannelLogout();
        if (backChannel != null && !backChannel.equals(state.backChannelLogout())) {
            events.add(new InstanceEvent.BackChannelLogoutSet(backChannel));
        }
        Boolean single = set.singleSessionTermination();
        if (single != null && !single.equals(state.singleSessionTermination())) {
            events.add(new InstanceEvent.SingleSessionTerminationSet(single));
        }
        return List.copyOf(events);
    }

    private static TokenLifetimes lifetimes(Duration access, Duration id, Duration refreshIdle, Duration refresh) {
        return new TokenLifetimes(access, id, refreshIdle, refresh);
    }
}
