package dev.vesper.events;

/** A fact about one aggregate. Its type name and revision stand in {@link EventTypes}, never in the class name. */
public sealed interface Event
        permits AuthRequestEvent,
                InstanceEvent,
                MessageTextEvent,
                NotificationEvent,
                OidcSessionEvent,
                OrgEvent,
                ProjectEvent,
                SecretGeneratorEvent,
                SessionEvent,
                SessionLogoutEvent,
                SmsConfigEvent,
                SmtpConfigEvent,
                SystemEvent,
                UserCheckEvent,
                UserCodeEvent,
                UserEmailEvent,
                UserEvent,
                UserFactorEvent,
                UserGrantEvent,
                UserMachineEvent,
                UserMetadataEvent,
                UserPhoneEvent,
                WebKeyEvent,
                WebhookEvent {}
