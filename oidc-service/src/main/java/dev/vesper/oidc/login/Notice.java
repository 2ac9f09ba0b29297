package dev.vesper.oidc.login;

import io.quarkus.qute.TemplateEnum;

/** What the password form has to say above its field. An unknown name and a wrong password look the same. */
@TemplateEnum
public enum Notice {
    NONE,
    WRONG_CREDENTIALS,
    ACCOUNT_LOCKED
}
