package dev.vesper.oidc.login;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The second step: the password. */
@CheckedTemplate(basePath = "pages", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record PasswordForm(String csrf, String authRequest, String app, String loginName, Notice notice)
        implements TemplateInstance {}
