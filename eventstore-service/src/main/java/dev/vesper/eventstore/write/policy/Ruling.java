package dev.vesper.eventstore.write.policy;

import dev.vesper.events.Policy;
import dev.vesper.events.Policy.Kind;

/**
 * The policy that holds, and who says so.
 *
 * @param source {@code org}, {@code instance} or {@code default}
 */
public record Ruling(Policy policy, String source) {
    public static Ruling of(Kind kind, Policies instance) {
        return instance.find(kind)
                .map(policy -> new Ruling(policy, "instance"))
                .orElseGet(() -> new Ruling(Policy.byDefault(kind), "default"));
    }

    public static Ruling of(Kind kind, Policies instance, Policies org) {
        return org.find(kind).map(policy -> new Ruling(policy, "org")).orElseGet(() -> of(kind, instance));
    }

    /** For people and apps of the organisation. */
    public static Policy.Login login(Policies instance, Policies org) {
        return (Policy.Login) of(Kind.LOGIN, instance, org).policy();
    }

    /** For people of the organisation. */
    public static Policy.Lockout lockout(Policies instance, Policies org) {
        return (Policy.Lockout) of(Kind.LOCKOUT, instance, org).policy();
    }

    /** For people of the organisation. */
    public static Policy.PasswordComplexity passwordComplexity(Policies instance, Policies org) {
        return (Policy.PasswordComplexity)
                of(Kind.PASSWORD_COMPLEXITY, instance, org).policy();
    }

    /** For people of the organisation. */
    public static Policy.Notification notification(Policies instance, Policies org) {
        return (Policy.Notification) of(Kind.NOTIFICATION, instance, org).policy();
    }

    /** For people of the organisation. */
    public static Policy.SessionLifetime sessionLifetime(Policies instance, Policies org) {
        return (Policy.SessionLifetime) of(Kind.SESSION_LIFETIME, instance, org).policy();
    }
}
