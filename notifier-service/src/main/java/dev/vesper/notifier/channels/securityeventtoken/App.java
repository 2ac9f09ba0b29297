package dev.vesper.notifier.channels.securityeventtoken;

import dev.vesper.proto.admin.v1.LogoutSettings;

/**
 * An app's registration of this moment.
 *
 * @param uri empty when it wants no logout tokens any more
 * @param algorithm of its ID tokens; empty for the instance's active key's
 * @param settings what it wants to be told
 */
record App(String uri, String algorithm, LogoutSettings settings) {}
