package dev.vesper.notifier.channels.securityeventtoken;

import java.util.Optional;

/**
 * What a logout token says beside what each one must.
 *
 * @param session whether it names the session
 * @param subject whether it names the person; one of the two it does
 * @param reason why the session ended; empty where the app is not told
 */
record Content(boolean session, boolean subject, Optional<String> reason) {}
