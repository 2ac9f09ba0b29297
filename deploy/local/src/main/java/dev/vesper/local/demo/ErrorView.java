package dev.vesper.local.demo;

import java.util.Map;

/** A page for what went wrong. */
final class ErrorView {
    private ErrorView() {}

    static String render(AppSettings settings, String headline, String reason) {
        return new Layout(settings)
                .render(headline, "error", "error.html", Map.of("headline", headline, "reason", reason));
    }
}
