package dev.vesper.acceptance;

import java.net.URI;

/** A relying party as it is registered at the provider. */
record App(
        String projectId,
        String appId,
        String clientId,
        String clientSecret,
        URI redirectUri,
        URI postLogoutRedirectUri,
        Inbox inbox) {
    @Override
    public String toString() {
        return "App[" + clientId + ", " + inbox.uri() + "]";
    }
}
