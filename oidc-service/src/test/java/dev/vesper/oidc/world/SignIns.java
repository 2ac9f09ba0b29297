package dev.vesper.oidc.world;

import java.util.Map;

/** A person at the login pages. */
public final class SignIns {
    private SignIns() {}

    /** From an authorization request to the redirect back. */
    public static Page as(Browser browser, String loginName, String password, String authorize) {
        return password(browser, loginName, password, browser.follow(browser.get(authorize)));
    }

    /** @param loginPage the page that asks for the login name */
    public static Page password(Browser browser, String loginName, String password, Page loginPage) {
        Page passwordPage = browser.submit(loginPage, "login-name", Map.of("loginName", loginName));
        return browser.submit(passwordPage, "password", Map.of("password", password));
    }
}
