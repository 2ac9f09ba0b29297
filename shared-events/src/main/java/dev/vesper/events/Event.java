package dev.vesper.events;

/** A fact about one aggregate. Its type name and revision stand in {@link EventTypes}, never in the class name. */
public sealed interface Event
        permits AuthRequestEvent,
                InstanceEvent,
                NotificationEvent,
                OidcSessionEvent,
                OrgEvent,
                ProjectEvent,
                SecretGeneratorEvent,
                SessionEvent,
                SessionLogoutEvent,
                SystemEvent,
                UserCheckEvent,
                UserCodeEvent,
                UserEmailEvent,
                UserEvent,
                UserPhoneEvent,
                WebKeyEvent {}
