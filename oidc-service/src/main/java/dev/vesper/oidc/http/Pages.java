package dev.vesper.oidc.http;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Set;

/** Pages for people, with the headers that keep them out of frames, caches and the reach of foreign scripts. */
public final class Pages {
    // No form-action: browsers apply it to the redirects that follow a form as well, and the login form ends at the
    // relying party, which may redirect further to places that nobody here knows.
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Pages() {}

    public static Response.ResponseBuilder show(int status, TemplateInstance page) {
        return show(status, page, CONTENT_SECURITY_POLICY);
    }

    /** @param frameOrigins all that it may have in frames: scheme, host and port, nothing else */
    public static Response.ResponseBuilder showWithFrames(TemplateInstance page, Set<String> frameOrigins) {
        return show(200, page, CONTENT_SECURITY_POLICY + "; frame-src " + String.join(" ", frameOrigins));
    }

    private static Response.ResponseBuilder show(int status, TemplateInstance page, String contentSecurityPolicy) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header("Content-Security-Policy", contentSecurityPolicy)
                .header("X-Frame-Options", "DENY")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cache-Control", "no-store")
                .entity(new Unrendered(page));
    }

    /** 303, so that the browser goes there by GET and leaves a posted password behind (RFC 9700, section 4.12). */
    public static Response.ResponseBuilder seeOther(String location) {
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", location)
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store");
    }

    /** A page whose language is not settled yet; {@link RenderPages} does that. */
    record Unrendered(TemplateInstance page) {
        String in(Locale language) {
            return page.setAttribute(TemplateInstance.LOCALE, language).render();
        }
    }
}
