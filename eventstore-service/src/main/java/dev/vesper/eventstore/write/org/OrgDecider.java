package dev.vesper.eventstore.write.org;

import dev.vesper.events.OrgEvent;
import dev.vesper.eventstore.write.AggregateKind;
import dev.vesper.eventstore.write.CommandRejected;
import java.util.List;

/** Decides about one organisation. */
public final class OrgDecider {
    public static final AggregateKind<OrgState, OrgEvent> KIND = AggregateKind.of(
                    "org", OrgEvent.class, initialState(), OrgDecider::evolve)
            .keptInMemory();

    private static final int MAX_NAME = 200;

    private OrgDecider() {}

    public static OrgState initialState() {
        return OrgState.NONE;
    }

    public static List<OrgEvent> decide(OrgCommand command, OrgState state) {
        if (command instanceof OrgCommand.Add add) {
            return state.present() ? List.of() : add(add);
        }
        if (!state.present()) {
            throw notFound();
        }
        return switch (command) {
            case OrgCommand.Add _ -> List.of();
            case OrgCommand.Rename rename -> {
                String name = checkedName(rename.name());
                yield name.equals(state.name()) ? List.of() : List.of(new OrgEvent.Changed(name));
            }
            case OrgCommand.Deactivate _ -> state.active() ? List.of(new OrgEvent.Deactivated()) : List.of();
            case OrgCommand.Reactivate _ -> state.active() ? List.of() : List.of(new OrgEvent.Reactivated());
            case OrgCommand.Remove _ -> List.of(new OrgEvent.Removed());
            case OrgCommand.AddDomain add -> OrgDomains.add(add.domain(), state);
            case OrgCommand.VerifyDomain verify -> OrgDomains.verify(verify.domain(), state);
            case OrgCommand.SetPrimaryDomain set -> OrgDomains.setPrimary(set.domain(), state);
            case OrgCommand.RemoveDomain remove -> OrgDomains.remove(remove.domain(), state);
            case OrgCommand.SetPolicy set -> OrgPolicies.set(set.policy(), state.policies());
            case OrgCommand.ResetPolicy reset -> OrgPolicies.reset(reset.kind(), state.policies());
            case OrgCommand.EndSessions end -> List.of(new OrgEvent.SessionsEnded(end.reason()));
        };
    }

    public static OrgState evolve(OrgState state, OrgEvent event) {
        return switch (event) {
            case OrgEvent.Added added -> OrgState.NONE.withActive(true).named(added.name());
            case OrgEvent.Changed changed -> state.named(changed.name());
            case OrgEvent.Deactivated _ -> state.withActive(false);
            case OrgEvent.Reactivated _ -> state.withActive(true);
            case OrgEvent.Removed _ -> OrgState.NONE;
            case OrgEvent.DomainAdded added -> state.withDomain(added.domain(), false);
            case OrgEvent.DomainVerified verified -> state.withDomain(verified.domain(), true);
            case OrgEvent.DomainPrimarySet set -> state.withPrimary(set.domain());
            case OrgEvent.DomainRemoved removed -> state.withoutDomain(removed.domain());
            case OrgEvent.PolicySet set -> state.withPolicies(state.policies().with(set.policy()));
            case OrgEvent.PolicyReset reset ->
                state.withPolicies(state.policies().without(reset.kind()));
            case OrgEvent.SessionsEnded _ -> state;
            // Who may do what is folded apart, in write/member.
            case OrgEvent.MemberAdded _, OrgEvent.MemberChanged _, OrgEvent.MemberRemoved _ -> state;
        };
    }

    public static CommandRejected notFound() {
        return CommandRejected.notFound("ORG_NOT_FOUND", "There is no such organisation.");
    }

    private static List<OrgEvent> add(OrgCommand.Add add) {
        OrgEvent added = new OrgEvent.Added(checkedName(add.name()));
        String domain = add.generatedDomain();
        return domain.isEmpty()
                ? List.of(added)
                : List.of(
                        added,
                        new OrgEvent.DomainAdded(domain, true),
                        new OrgEvent.DomainVerified(domain),
                        new OrgEvent.DomainPrimarySet(domain));
    }

    private static String checkedName(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > MAX_NAME) {
            throw CommandRejected.invalid("INVALID_NAME", "name", "name must have 1 to " + MAX_NAME + " characters.");
        }
        return stripped;
    }
}
