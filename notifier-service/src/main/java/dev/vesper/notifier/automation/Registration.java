package dev.vesper.notifier.automation;

import java.time.Instant;

/** An app that must be told when the session ends. */
record Registration(
        String sessionId, String oidcSessionId, String userId, String clientId, String uri, Instant registeredAt) {}
