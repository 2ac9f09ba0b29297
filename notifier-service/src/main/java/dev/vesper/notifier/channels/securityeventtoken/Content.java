package dev.vesper.notifier.channels.securityeventtoken;

import java.util.Optional;

/**
 * What a logout token says beside what each one must.
 *
 * @param subject whether it names the person; it names the session always
 * @param reason why the session ended; empty where the app is not told
 */
record Content(boolean subject, Optional<String> reason) {}
