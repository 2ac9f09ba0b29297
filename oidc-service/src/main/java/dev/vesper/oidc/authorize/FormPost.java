package dev.vesper.oidc.authorize;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** A form that posts itself to the client (OAuth 2.0 Form Post Response Mode, section 2). Without JavaScript it has a button. */
@CheckedTemplate(basePath = "pages", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record FormPost(String action, List<Field> fields) implements TemplateInstance {
    public record Field(String name, String value) {}
}
