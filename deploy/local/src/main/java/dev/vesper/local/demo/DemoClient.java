package dev.vesper.local.demo;

/**
 * One of the demo's apps as it is registered.
 *
 * @param origin where it answers, such as {@code http://localhost:8100}
 */
public record DemoClient(String name, String origin, String appId, String clientId, String clientSecret) {
    String redirectUri() {
        return redirectUri(origin);
    }

    String postLogoutRedirectUri() {
        return postLogoutRedirectUri(origin);
    }

    static String redirectUri(String origin) {
        return origin + "/callback";
    }

    static String postLogoutRedirectUri(String origin) {
        return origin + "/signed-out";
    }

    static String backChannelLogoutUri(String origin) {
        return origin + "/backchannel";
    }

    @Override
    public String toString() {
        return "DemoClient[" + name + ", " + origin + ", " + clientId + "]";
    }
}
