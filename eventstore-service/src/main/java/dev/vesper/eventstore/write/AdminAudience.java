package dev.vesper.eventstore.write;

/** Access tokens for the admin API of an instance: whoever wants one asks for {@link #SCOPE}. */
public final class AdminAudience {
    public static final String SCOPE = "urn:vesper:admin";

    private AdminAudience() {}

    /** What then is among the token's audience. */
    public static String of(String instanceId) {
        return SCOPE + ":" + instanceId;
    }
}
