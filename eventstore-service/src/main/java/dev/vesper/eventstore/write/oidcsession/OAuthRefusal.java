package dev.vesper.eventstore.write.oidcsession;

/** A client's request that the token endpoint refuses (RFC 6749, section 5.2). */
public final class OAuthRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String error;
    private final String description;

    private OAuthRefusal(String error, String description) {
        super(error + ": " + description, null, false, false);
        this.error = error;
        this.description = description;
    }

    static OAuthRefusal invalidClient() {
        return new OAuthRefusal("invalid_client", "The client could not be authenticated.");
    }

    static OAuthRefusal invalidGrant(String description) {
        return new OAuthRefusal("invalid_grant", description);
    }

    static OAuthRefusal invalidScope() {
        return new OAuthRefusal("invalid_scope", "A scope was asked for that the grant does not have.");
    }

    static OAuthRefusal unauthorizedClient(String description) {
        return new OAuthRefusal("unauthorized_client", description);
    }

    public String error() {
        return error;
    }

    public String description() {
        return description;
    }
}
