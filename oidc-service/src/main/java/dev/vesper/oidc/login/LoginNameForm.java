package dev.vesper.oidc.login;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The first step: who signs in. */
@CheckedTemplate(basePath = "pages", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record LoginNameForm(String csrf, String authRequest, String app, String loginName)
        implements TemplateInstance {}
