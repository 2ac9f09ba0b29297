package dev.vesper.events;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All event types: the one place where a record gets its wire name and revision. */
public final class EventTypes {
    /**
     * Revisions above this one are another system's, whose log was brought over: its {@code v1} is 1001. The same name may
     * mean another payload there, so it never passes for ours.
     */
    public static final int FOREIGN_REVISIONS = 1000;

    private static final List<EventType<?>> ALL = List.of(
            type("system", "feature.system.back_channel_logout.set", SystemEvent.BackChannelLogoutSet.class),
            type(
                    "system",
                    "feature.system.single_session_termination.set",
                    SystemEvent.SingleSessionTerminationSet.class),
            type("system", "feature.system.reset", SystemEvent.FeaturesReset.class),
            type("system", "system.member.added", SystemEvent.MemberAdded.class),
            type("system", "system.member.changed", SystemEvent.MemberChanged.class),
            type("system", "system.member.removed", SystemEvent.MemberRemoved.class),
            type("instance", "instance.added", InstanceEvent.Added.class),
            type("instance", "instance.removed", InstanceEvent.Removed.class),
            type("instance", "instance.domain.added", InstanceEvent.DomainAdded.class),
            type("instance", "instance.domain.primary.set", InstanceEvent.DomainPrimarySet.class),
            type("instance", "instance.domain.removed", InstanceEvent.DomainRemoved.class),
            type("instance", "instance.changed", InstanceEvent.Changed.class),
            type("instance", "instance.default.language.set", InstanceEvent.DefaultLanguageSet.class),
            type("instance", "instance.default.org.set", InstanceEvent.DefaultOrgSet.class),
            type("instance", "instance.policy.login.added", InstanceEvent.LoginPolicyAdded.class),
            type("instance", "instance.policy.login.changed", InstanceEvent.LoginPolicyChanged.class),
            type("instance", "instance.policy.login.removed", InstanceEvent.LoginPolicyRemoved.class),
            type("instance", "instance.policy.lockout.added", InstanceEvent.LockoutPolicyAdded.class),
            type("instance", "instance.policy.lockout.changed", InstanceEvent.LockoutPolicyChanged.class),
            type("instance", "instance.policy.lockout.removed", InstanceEvent.LockoutPolicyRemoved.class),
            type(
                    "instance",
                    "instance.policy.password.complexity.added",
                    InstanceEvent.PasswordComplexityPolicyAdded.class),
            type(
                    "instance",
                    "instance.policy.password.complexity.changed",
                    InstanceEvent.PasswordComplexityPolicyChanged.class),
            type(
                    "instance",
                    "instance.policy.password.complexity.removed",
                    InstanceEvent.PasswordComplexityPolicyRemoved.class),
            type("instance", "instance.policy.notification.added", InstanceEvent.NotificationPolicyAdded.class),
            type("instance", "instance.policy.notification.changed", InstanceEvent.NotificationPolicyChanged.class),
            type("instance", "instance.policy.notification.removed", InstanceEvent.NotificationPolicyRemoved.class),
            type("instance", "instance.policy.session.lifetime.added", InstanceEvent.SessionLifetimePolicyAdded.class),
            type(
                    "instance",
                    "instance.policy.session.lifetime.changed",
                    InstanceEvent.SessionLifetimePolicyChanged.class),
            type(
                    "instance",
                    "instance.policy.session.lifetime.removed",
                    InstanceEvent.SessionLifetimePolicyRemoved.class),
            type("instance", "instance.oidc.settings.added", InstanceEvent.OidcSettingsAdded.class),
            type("instance", "instance.oidc.settings.changed", InstanceEvent.OidcSettingsChanged.class),
            type("instance", "feature.instance.back_channel_logout.set", InstanceEvent.BackChannelLogoutSet.class),
            type(
                    "instance",
                    "feature.instance.single_session_termination.set",
                    InstanceEvent.SingleSessionTerminationSet.class),
            type("instance", "feature.instance.reset", InstanceEvent.FeaturesReset.class),
            type("instance", "instance.sessions.ended", InstanceEvent.SessionsEnded.class),
            type("instance", "instance.secret.generator.added", SecretGeneratorEvent.Added.class),
            type("instance", "instance.secret.generator.changed", SecretGeneratorEvent.Changed.class),
            type("instance", "instance.member.added", InstanceEvent.MemberAdded.class),
            type("instance", "instance.member.changed", InstanceEvent.MemberChanged.class),
            type("instance", "instance.member.removed", InstanceEvent.MemberRemoved.class),
            type("instance", "instance.smtp.config.added", SmtpConfigEvent.Added.class),
            type("instance", "instance.smtp.config.changed", SmtpConfigEvent.Changed.class),
            type("instance", "instance.smtp.config.activated", SmtpConfigEvent.Activated.class),
            type("instance", "instance.smtp.config.deactivated", SmtpConfigEvent.Deactivated.class),
            type("instance", "instance.smtp.config.removed", SmtpConfigEvent.Removed.class),
            type("instance", "instance.sms.config.added", SmsConfigEvent.Added.class),
            type("instance", "instance.sms.config.changed", SmsConfigEvent.Changed.class),
            type("instance", "instance.sms.config.activated", SmsConfigEvent.Activated.class),
            type("instance", "instance.sms.config.deactivated", SmsConfigEvent.Deactivated.class),
            type("instance", "instance.sms.config.removed", SmsConfigEvent.Removed.class),
            type("instance", "instance.webhook.added", WebhookEvent.Added.class),
            type("instance", "instance.webhook.changed", WebhookEvent.Changed.class),
            type("instance", "instance.webhook.activated", WebhookEvent.Activated.class),
            type("instance", "instance.webhook.deactivated", WebhookEvent.Deactivated.class),
            type("instance", "instance.webhook.removed", WebhookEvent.Removed.class),
            type("instance", "instance.customtext.set", MessageTextEvent.InstanceTextSet.class),
            type("instance", "instance.customtext.template.removed", MessageTextEvent.InstanceTextRemoved.class),
            type("org", "org.customtext.set", MessageTextEvent.OrgTextSet.class),
            type("org", "org.customtext.template.removed", MessageTextEvent.OrgTextRemoved.class),
            type("org", "org.added", OrgEvent.Added.class),
            type("org", "org.changed", OrgEvent.Changed.class),
            type("org", "org.deactivated", OrgEvent.Deactivated.class),
            type("org", "org.reactivated", OrgEvent.Reactivated.class),
            type("org", "org.removed", OrgEvent.Removed.class),
            type("org", "org.domain.added", OrgEvent.DomainAdded.class),
            type("org", "org.domain.verified", OrgEvent.DomainVerified.class),
            type("org", "org.domain.primary.set", OrgEvent.DomainPrimarySet.class),
            type("org", "org.domain.removed", OrgEvent.DomainRemoved.class),
            type("org", "org.policy.login.added", OrgEvent.LoginPolicyAdded.class),
            type("org", "org.policy.login.changed", OrgEvent.LoginPolicyChanged.class),
            type("org", "org.policy.login.removed", OrgEvent.LoginPolicyRemoved.class),
            type("org", "org.policy.lockout.added", OrgEvent.LockoutPolicyAdded.class),
            type("org", "org.policy.lockout.changed", OrgEvent.LockoutPolicyChanged.class),
            type("org", "org.policy.lockout.removed", OrgEvent.LockoutPolicyRemoved.class),
            type("org", "org.policy.password.complexity.added", OrgEvent.PasswordComplexityPolicyAdded.class),
            type("org", "org.policy.password.complexity.changed", OrgEvent.PasswordComplexityPolicyChanged.class),
            type("org", "org.policy.password.complexity.removed", OrgEvent.PasswordComplexityPolicyRemoved.class),
            type("org", "org.policy.notification.added", OrgEvent.NotificationPolicyAdded.class),
            type("org", "org.policy.notification.changed", OrgEvent.NotificationPolicyChanged.class),
            type("org", "org.policy.notification.removed", OrgEvent.NotificationPolicyRemoved.class),
            type("org", "org.policy.session.lifetime.added", OrgEvent.SessionLifetimePolicyAdded.class),
            type("org", "org.policy.session.lifetime.changed", OrgEvent.SessionLifetimePolicyChanged.class),
            type("org", "org.policy.session.lifetime.removed", OrgEvent.SessionLifetimePolicyRemoved.class),
            type("org", "org.sessions.ended", OrgEvent.SessionsEnded.class),
            type("org", "org.member.added", OrgEvent.MemberAdded.class),
            type("org", "org.member.changed", OrgEvent.MemberChanged.class),
            type("org", "org.member.removed", OrgEvent.MemberRemoved.class),
            type("project", "project.added", ProjectEvent.Added.class),
            type("project", "project.changed", ProjectEvent.Changed.class),
            type("project", "project.deactivated", ProjectEvent.Deactivated.class),
            type("project", "project.reactivated", ProjectEvent.Reactivated.class),
            type("project", "project.removed", ProjectEvent.Removed.class),
            type("project", "project.application.added", ProjectEvent.ApplicationAdded.class),
            type("project", "project.application.changed", ProjectEvent.ApplicationChanged.class),
            type("project", "project.application.deactivated", ProjectEvent.ApplicationDeactivated.class),
            type("project", "project.application.reactivated", ProjectEvent.ApplicationReactivated.class),
            type("project", "project.application.removed", ProjectEvent.ApplicationRemoved.class),
            type("project", "project.application.config.oidc.added", ProjectEvent.OidcConfigAdded.class),
            type("project", "project.application.config.oidc.changed", ProjectEvent.OidcConfigChanged.class),
            type("project", "project.application.config.oidc.secret.changed", ProjectEvent.OidcSecretChanged.class),
            type("project", "project.application.sessions.ended", ProjectEvent.ApplicationSessionsEnded.class),
            type("project", "project.application.config.logout.changed", ProjectEvent.LogoutSettingsChanged.class),
            type("project", "project.role.added", ProjectEvent.RoleAdded.class),
            type("project", "project.role.changed", ProjectEvent.RoleChanged.class),
            type("project", "project.role.removed", ProjectEvent.RoleRemoved.class),
            type("project", "project.application.config.api.added", ProjectEvent.ApiConfigAdded.class),
            type("project", "project.application.config.api.changed", ProjectEvent.ApiConfigChanged.class),
            type("project", "project.application.config.api.secret.changed", ProjectEvent.ApiSecretChanged.class),
            type("project", "project.member.added", ProjectEvent.MemberAdded.class),
            type("project", "project.member.changed", ProjectEvent.MemberChanged.class),
            type("project", "project.member.removed", ProjectEvent.MemberRemoved.class),
            type("user", "user.human.added", UserEvent.HumanAdded.class),
            type("user", "user.machine.added", UserEvent.MachineAdded.class),
            type("user", "user.machine.changed", UserEvent.MachineChanged.class),
            type("user", "user.username.changed", UserEvent.UserNameChanged.class),
            type("user", "user.human.profile.changed", UserEvent.ProfileChanged.class),
            type("user", "user.human.email.changed", UserEmailEvent.Changed.class),
            type("user", "user.human.email.verified", UserEmailEvent.Verified.class),
            type("user", "user.human.email.code.added", UserEmailEvent.CodeAdded.class),
            type("user", "user.human.email.code.sent", UserEmailEvent.CodeSent.class),
            type("user", "user.human.phone.changed", UserPhoneEvent.Changed.class),
            type("user", "user.human.phone.removed", UserPhoneEvent.Removed.class),
            type("user", "user.human.phone.verified", UserPhoneEvent.Verified.class),
            type("user", "user.human.phone.code.added", UserPhoneEvent.CodeAdded.class),
            type("user", "user.human.phone.code.sent", UserPhoneEvent.CodeSent.class),
            type("user", "user.human.password.code.added", UserCodeEvent.PasswordCodeAdded.class),
            type("user", "user.human.password.code.sent", UserCodeEvent.PasswordCodeSent.class),
            type("user", "user.human.password.change.sent", UserCodeEvent.PasswordChangeSent.class),
            type("user", "user.human.initialization.code.added", UserCodeEvent.InitializationCodeAdded.class),
            type("user", "user.human.initialization.code.sent", UserCodeEvent.InitializationCodeSent.class),
            type("user", "user.human.initialization.check.succeeded", UserCodeEvent.InitializationSucceeded.class),
            type("user", "user.human.invite.code.added", UserCodeEvent.InviteCodeAdded.class),
            type("user", "user.human.invite.code.sent", UserCodeEvent.InviteCodeSent.class),
            type("user", "user.human.invite.check.succeeded", UserCodeEvent.InviteSucceeded.class),
            type("user", "user.human.mfa.otp.added", UserFactorEvent.TotpAdded.class),
            type("user", "user.human.mfa.otp.verified", UserFactorEvent.TotpVerified.class),
            type("user", "user.human.mfa.otp.removed", UserFactorEvent.TotpRemoved.class),
            type("user", "user.human.mfa.otp.sms.added", UserFactorEvent.OtpSmsAdded.class),
            type("user", "user.human.mfa.otp.sms.removed", UserFactorEvent.OtpSmsRemoved.class),
            type("user", "user.human.mfa.otp.email.added", UserFactorEvent.OtpEmailAdded.class),
            type("user", "user.human.mfa.otp.email.removed", UserFactorEvent.OtpEmailRemoved.class),
            type("user", "user.machine.key.added", UserMachineEvent.KeyAdded.class),
            type("user", "user.machine.key.removed", UserMachineEvent.KeyRemoved.class),
            type("user", "user.machine.secret.set", UserMachineEvent.SecretSet.class),
            type("user", "user.machine.secret.removed", UserMachineEvent.SecretRemoved.class),
            type("user", "user.metadata.set", UserMetadataEvent.Set.class),
            type("user", "user.metadata.removed", UserMetadataEvent.Removed.class),
            type("user", "user.grant.added", UserGrantEvent.Added.class),
            type("user", "user.grant.changed", UserGrantEvent.Changed.class),
            type("user", "user.grant.removed", UserGrantEvent.Removed.class),
            type("user", "user.locked", UserEvent.Locked.class),
            type("user", "user.unlocked", UserEvent.Unlocked.class),
            type("user", "user.deactivated", UserEvent.Deactivated.class),
            type("user", "user.reactivated", UserEvent.Reactivated.class),
            type("user", "user.removed", UserEvent.Removed.class),
            type("user", "user.human.password.changed", UserEvent.PasswordChanged.class),
            type("user", "user.human.signed.out", UserEvent.SignedOut.class),
            type("user", "user.sessions.ended", UserEvent.SessionsEnded.class),
            type("user", "user.pat.added", UserEvent.PatAdded.class),
            type("user", "user.pat.removed", UserEvent.PatRemoved.class),
            type("user_check", "user.human.password.check.succeeded", UserCheckEvent.PasswordCheckSucceeded.class),
            type("user_check", "user.human.password.check.failed", UserCheckEvent.PasswordCheckFailed.class),
            type("user_check", "user.human.password.check.reset", UserCheckEvent.PasswordCheckReset.class),
            type("user_check", "user.human.email.verification.failed", UserCheckEvent.EmailVerificationFailed.class),
            type("user_check", "user.human.phone.verification.failed", UserCheckEvent.PhoneVerificationFailed.class),
            type("user_check", "user.human.password.code.check.failed", UserCheckEvent.PasswordCodeCheckFailed.class),
            type(
                    "user_check",
                    "user.human.initialization.check.failed",
                    UserCheckEvent.InitializationCheckFailed.class),
            type("user_check", "user.human.invite.check.failed", UserCheckEvent.InviteCheckFailed.class),
            type("user_check", "user.human.mfa.otp.check.succeeded", UserCheckEvent.TotpCheckSucceeded.class),
            type("user_check", "user.human.mfa.otp.check.failed", UserCheckEvent.TotpCheckFailed.class),
            type("session", "session.added", SessionEvent.Added.class),
            type("session", "session.user.checked", SessionEvent.UserChecked.class),
            type("session", "session.password.checked", SessionEvent.PasswordChecked.class),
            type("session", "session.lifetime.set", SessionEvent.LifetimeSet.class),
            type("session", "session.terminated", SessionEvent.Terminated.class),
            type("auth_request", "auth_request.added", AuthRequestEvent.Added.class),
            type("auth_request", "auth_request.session.linked", AuthRequestEvent.SessionLinked.class),
            type("auth_request", "auth_request.code.added", AuthRequestEvent.CodeAdded.class),
            type("auth_request", "auth_request.code.exchanged", AuthRequestEvent.CodeExchanged.class),
            type("auth_request", "auth_request.failed", AuthRequestEvent.Failed.class),
            type("auth_request", "auth_request.succeeded", AuthRequestEvent.Succeeded.class),
            type("oidc_session", "oidc_session.added", OidcSessionEvent.Added.class),
            type("oidc_session", "oidc_session.access_token.added", OidcSessionEvent.AccessTokenAdded.class),
            type("oidc_session", "oidc_session.access_token.revoked", OidcSessionEvent.AccessTokenRevoked.class),
            type("oidc_session", "oidc_session.refresh_token.added", OidcSessionEvent.RefreshTokenAdded.class),
            type("oidc_session", "oidc_session.refresh_token.renewed", OidcSessionEvent.RefreshTokenRenewed.class),
            type("oidc_session", "oidc_session.refresh_token.revoked", OidcSessionEvent.RefreshTokenRevoked.class),
            type("oidc_session", "oidc_session.ended", OidcSessionEvent.Ended.class),
            type(
                    "session_logout",
                    "session_logout.back_channel.registered",
                    SessionLogoutEvent.BackChannelRegistered.class),
            type("session_logout", "session_logout.back_channel.sent", SessionLogoutEvent.BackChannelSent.class),
            type(
                    "session_logout",
                    "session_logout.back_channel.canceled",
                    SessionLogoutEvent.BackChannelCanceled.class),
            type(
                    "session_logout",
                    "session_logout.front_channel.registered",
                    SessionLogoutEvent.FrontChannelRegistered.class),
            type("notification", "notification.requested", NotificationEvent.Requested.class),
            type("notification", "notification.retry.requested", NotificationEvent.RetryRequested.class),
            type("notification", "notification.sent", NotificationEvent.Sent.class),
            type("notification", "notification.canceled", NotificationEvent.Canceled.class),
            type("web_key", "web_key.added", WebKeyEvent.Added.class),
            type("web_key", "web_key.activated", WebKeyEvent.Activated.class),
            type("web_key", "web_key.deactivated", WebKeyEvent.Deactivated.class),
            type("web_key", "web_key.removed", WebKeyEvent.Removed.class));

    private static final Map<Key, EventType<?>> BY_NAME =
            ALL.stream().collect(toUnmodifiableMap(type -> new Key(type.name(), type.revision()), Function.identity()));
    private static final Map<Class<?>, EventType<?>> BY_CLASS =
            ALL.stream().collect(toUnmodifiableMap(EventType::recordClass, Function.identity()));

    private EventTypes() {}

    public static List<EventType<?>> all() {
        return ALL;
    }

    /** @return empty for a type or revision that nobody registered: unless it {@link #isOpaque}, the reader parks the aggregate */
    public static Optional<EventType<?>> find(String name, int revision) {
        boolean isTranslated = revision > FOREIGN_REVISIONS && ForeignEvents.areRead(name);
        return Optional.ofNullable(BY_NAME.get(new Key(name, isTranslated ? 1 : revision)));
    }

    /**
     * Whether an event came with another system's log and nobody has registered how to read it. Readers pass it, and its
     * payload, of which nobody can say what is secret or personal, stays in the log.
     */
    public static boolean isOpaque(String name, int revision) {
        return revision > FOREIGN_REVISIONS && find(name, revision).isEmpty();
    }

    public static EventType<?> of(Class<? extends Event> recordClass) {
        EventType<?> type = BY_CLASS.get(recordClass);
        if (type == null) {
            throw new IllegalArgumentException(recordClass.getName() + " has no line in EventTypes; add one");
        }
        return type;
    }

    public static EventType<?> of(Event event) {
        return of(event.getClass());
    }

    private static <E extends Event> EventType<E> type(String aggregateType, String name, Class<E> recordClass) {
        return new EventType<>(aggregateType, name, 1, recordClass);
    }

    private record Key(String name, int revision) {}
}
