package dev.vesper.eventstore.write.sessionlogout;

import org.jspecify.annotations.Nullable;

/**
 * An app of a session that wants to be told of its end.
 *
 * @param backChannel by a logout token
 * @param frontChannelLogoutUri by a frame in the browser, at the URI of its last joining; null where it wants none
 */
public record AppToTell(
        String clientId, boolean backChannel, @Nullable String frontChannelLogoutUri) {
    static AppToTell unregistered(String clientId) {
        return new AppToTell(clientId, false, null);
    }

    AppToTell byBackChannel() {
        return new AppToTell(clientId, true, frontChannelLogoutUri);
    }

    AppToTell byFrontChannel(String uri) {
        return new AppToTell(clientId, backChannel, uri);
    }
}
