package dev.vesper.oidc.endsession;

import dev.vesper.oidc.http.Parameters;
import dev.vesper.oidc.http.Urls;
import dev.vesper.proto.internal.v1.AppToTell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What to look at to know what became of a sign-out.
 *
 * @param clients that are told by logout tokens
 * @param inBrowser clients that are told by frames alone
 */
record LogoutStatus(List<String> sessions, List<String> clients, List<String> inBrowser, List<String> language) {

    static LogoutStatus of(LogoutRequest request, Ended ended) {
        List<AppToTell> apps = ended.sessions().stream()
                .flatMap(session -> session.apps().stream())
                .toList();
        List<String> byToken = ids(apps, true);
        return new LogoutStatus(
                ended.sessions().stream().map(EndedSession::sessionId).toList(),
                byToken,
                ids(apps, false).stream().filter(id -> !byToken.contains(id)).toList(),
                request.uiLocales());
    }

    String encode() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("sids", String.join(" ", sessions));
        members.put("clients", String.join(" ", clients));
        members.put("in_browser", String.join(" ", inBrowser));
        members.put("locales", String.join(" ", language));
        return Urls.withParameters("", members).substring(1);
    }

    static LogoutStatus decode(String encoded) {
        Parameters members = Parameters.parse(encoded);
        return new LogoutStatus(
                members.words("sids"), members.words("clients"), members.words("in_browser"), members.words("locales"));
    }

    private static List<String> ids(List<AppToTell> apps, boolean byToken) {
        return apps.stream()
                .filter(app -> app.getBackChannel() == byToken)
                .map(AppToTell::getClientId)
                .distinct()
                .toList();
    }
}
