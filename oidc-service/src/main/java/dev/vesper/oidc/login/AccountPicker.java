package dev.vesper.oidc.login;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The accounts that are signed in in this browser. */
@CheckedTemplate(basePath = "pages", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record AccountPicker(String csrf, String authRequest, List<Account> accounts) implements TemplateInstance {
    /** @param initial for the round sign beside the name */
    public record Account(String sessionId, String displayName, String loginName, String initial) {}
}
