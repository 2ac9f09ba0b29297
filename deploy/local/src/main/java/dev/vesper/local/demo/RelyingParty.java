package dev.vesper.local.demo;

import java.util.Map;

/** One of the two apps of the demo. */
public final class RelyingParty {
    private RelyingParty() {}

    public static void main(String[] words) {
        System.out.println(AppSettings.of(System.getenv()));
    }

    /** What its process needs to know. */
    public static Map<String, String> environment(String issuer, DemoClient client, DemoClient peer) {
        return AppSettings.environment(issuer, client, peer);
    }
}
