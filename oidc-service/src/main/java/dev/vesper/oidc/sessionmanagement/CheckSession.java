package dev.vesper.oidc.sessionmanagement;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The frame that apps ask whether anything has changed. */
@CheckedTemplate(basePath = "pages", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record CheckSession() implements TemplateInstance {}
