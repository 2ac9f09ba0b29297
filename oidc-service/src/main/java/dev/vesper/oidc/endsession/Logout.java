package dev.vesper.oidc.endsession;

import dev.vesper.oidc.login.AccountPicker.Account;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * Asks whether to sign out, and whom where there is a choice.
 *
 * @param who is proposed: the session of one of the people, or all
 * @param onAllDevices whether that is proposed
 */
@CheckedTemplate(basePath = "pages", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record Logout(String csrf, String state, List<Account> people, String who, boolean onAllDevices)
        implements TemplateInstance {}
