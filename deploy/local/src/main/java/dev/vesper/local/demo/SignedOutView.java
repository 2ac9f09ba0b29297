package dev.vesper.local.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the page of a signed-out person says: how it came, how long it took, and the token that told. */
record SignedOutView(Layout layout, Visitor.SignedOut out) {
    private static final String LIVE =
            "<p class=\"live\"><span class=\"pulse\"></span>This page is listening for a logout token of its own.</p>";

    Map<String, String> values() {
        var values = new HashMap<String, String>();
        values.put("headline", out.here() ? "You signed out." : "You are signed out here, too.");
        values.put("lead", lead());
        values.put("live", out.notice().isPresent() ? "" : LIVE);
        values.put("clock", out.notice().map(this::clock).orElse(""));
        values.put("story", out.notice().map(this::story).orElse(""));
        return values;
    }

    private String name() {
        return Template.escape(layout.settings().name());
    }

    private String peer() {
        return Template.escape(layout.settings().peerName());
    }

    private String lead() {
        if (out.here()) {
            return "<b>%s</b> has forgotten you, and Vesper has ended your session. It tells every app that was in it: look at <b>%s</b>."
                    .formatted(name(), peer());
        }
        return out.click()
                .map(click ->
                        "You clicked on <b>Sign out</b> in <b>%s</b>. Vesper ended the session and sent %s a signed logout token, and %s has forgotten you. You did nothing on this page."
                                .formatted(Template.escape(click.app()), name(), name()))
                .orElseGet(() ->
                        "The session was ended elsewhere: by an admin, in another browser, or because its time was over. Vesper sent %s a signed logout token, and %s has forgotten you."
                                .formatted(name(), name()));
    }

    /** How long it took where that is known, else when it was. */
    private String clock(LogoutNotice notice) {
        return elapsed(notice)
                .map(ms ->
                        "<div class=\"clock\" id=\"elapsed\"><b>%d<span>ms</span></b><p>from the click on Sign out in %s to the logout token at %s</p></div>"
                                .formatted(
                                        ms,
                                        out.click()
                                                .map(SignOutClick::app)
                                                .map(Template::escape)
                                                .orElse(""),
                                        name()))
                .orElseGet(() ->
                        "<div class=\"clock\"><b class=\"time\">%s</b><p>is when the logout token reached %s</p></div>"
                                .formatted(TokenPanel.time(notice.at()), name()));
    }

    private Optional<Long> elapsed(LogoutNotice notice) {
        return out.click()
                .map(click -> Duration.between(click.at(), notice.at()).toMillis())
                .filter(ms -> ms >= 0);
    }

    private String story(LogoutNotice notice) {
        var claims = notice.claims();
        var expires = claims.getExpirationTime();
        var values = new HashMap<>(layout.names());
        values.put("steps", steps(notice));
        values.put("kid", String.valueOf(notice.token().getHeader().getKeyID()));
        values.put("exp", expires == null ? "it is used" : TokenPanel.time(expires.toInstant()));
        values.put(
                "token",
                new TokenPanel(
                                "Decoded",
                                "A form POST to " + layout.settings().client().origin()
                                        + "/backchannel, not through your browser.")
                        .render(notice.token().serialize()));
        return new Template("story.html").fill(values);
    }

    private String steps(LogoutNotice notice) {
        var where = out.click().map(SignOutClick::app).orElse("Somewhere");
        var took = elapsed(notice).map(ms -> "+" + ms + " ms").orElse(TokenPanel.time(notice.at()));
        return step(
                        where,
                        out.click().map(click -> TokenPanel.time(click.at())).orElse(""),
                        out.click().isPresent() ? "took your click on Sign out." : "the session was ended.",
                        "")
                + step(
                        "Vesper",
                        "",
                        "wrote it down as an event, which refuses every further token of that session.",
                        "")
                + step(
                        "Vesper",
                        "",
                        "read the event from Kafka and asked for one message to each app of the session.",
                        "")
                + step(
                        layout.settings().name(),
                        took,
                        "got a token that was signed for it alone, checked it, and ended what it knew of the session.",
                        "end");
    }

    private static String step(String who, String when, String what, String kind) {
        return "    <li class=\"%s\"><b>%s<small>%s</small></b><span>%s</span></li>\n"
                .formatted(kind, Template.escape(who), Template.escape(when), Template.escape(what));
    }
}
