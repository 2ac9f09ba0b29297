package dev.vesper.oidc.endsession;

import dev.vesper.oidc.http.Told;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.Duration;
import java.util.List;

/**
 * Says that the person is signed out, and what each app knows of it.
 *
 * @param frames of the apps that are told by this browser
 * @param continueTo where to go on when all frames have loaded; empty to stay
 * @param timeoutMillis how long frames are waited for
 * @param timeoutSeconds the same for browsers without JavaScript, where nobody tells when they have loaded
 * @param status the sealed name of what was ended, for looking again; empty where there is nothing to look at
 * @param underWay whether looking again may show more
 */
@CheckedTemplate(basePath = "pages", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record SignedOut(
        List<App> apps,
        List<Frame> frames,
        String continueTo,
        long timeoutMillis,
        long timeoutSeconds,
        String status,
        boolean underWay)
        implements TemplateInstance {

    /** An app that is to be told. */
    public record App(String clientId, String name, Told told) {}

    static SignedOut of(List<App> apps, List<Frame> frames, String continueTo, Duration timeout, String status) {
        boolean underWay =
                !status.isEmpty() && apps.stream().anyMatch(app -> !app.told().isFinal());
        long seconds = Math.max(1, timeout.plusMillis(999).toSeconds());
        return new SignedOut(apps, frames, continueTo, timeout.toMillis(), seconds, status, underWay);
    }
}
