package dev.vesper.oidc.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Writes each page in the language that it was asked for, else in the browser's. */
final class RenderPages {
    @ServerResponseFilter
    public void render(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Pages.Unrendered page) {
            Locale asked = response.getLanguage();
            Locale language = asked == null ? Languages.ofBrowser(request.getAcceptableLanguages()) : asked;
            response.getHeaders().putSingle("Content-Language", language.toLanguageTag());
            response.setEntity(page.in(language));
        }
    }
}
