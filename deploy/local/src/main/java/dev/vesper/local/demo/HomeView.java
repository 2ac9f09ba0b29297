package dev.vesper.local.demo;

import java.util.Map;
import java.util.Optional;

/** The home page for each kind of visitor. */
final class HomeView {
    private HomeView() {}

    /** Names what the page shows; an open page compares it to see whether it is out of date. */
    static String state(Visitor visitor) {
        return switch (visitor) {
            case Visitor.Stranger none -> "stranger";
            case Visitor.Arriving arriving -> "stranger";
            case Visitor.SignedIn(var signIn) -> "in-" + signIn.at().toEpochMilli();
            case Visitor.Leaving leaving -> out(leaving.notice());
            case Visitor.SignedOut out -> out(out.notice());
        };
    }

    static String render(AppSettings settings, Visitor visitor) {
        var layout = new Layout(settings);
        return switch (visitor) {
            case Visitor.Stranger none -> stranger(layout);
            case Visitor.Arriving arriving -> stranger(layout);
            case Visitor.SignedIn(var signIn) ->
                layout.render(
                        "Signed in", state(visitor), "signed-in.html", new SignedInView(settings, signIn).values());
            case Visitor.Leaving leaving ->
                signedOut(layout, new Visitor.SignedOut(leaving.signIn(), true, leaving.notice(), Optional.empty()));
            case Visitor.SignedOut out -> signedOut(layout, out);
        };
    }

    private static String stranger(Layout layout) {
        return layout.render("Not signed in", "stranger", "stranger.html", Map.of());
    }

    private static String signedOut(Layout layout, Visitor.SignedOut out) {
        return layout.render("Signed out", state(out), "signed-out.html", new SignedOutView(layout, out).values());
    }

    private static String out(Optional<LogoutNotice> notice) {
        return notice.isPresent() ? "out-told" : "out";
    }
}
