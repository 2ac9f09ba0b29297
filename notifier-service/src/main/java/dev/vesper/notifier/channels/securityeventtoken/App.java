package dev.vesper.notifier.channels.securityeventtoken;

/**
 * An app's registration of this moment.
 *
 * @param uri empty when it wants no logout tokens any more
 * @param algorithm of its ID tokens; empty for the instance's active key's
 */
record App(String uri, String algorithm) {}
