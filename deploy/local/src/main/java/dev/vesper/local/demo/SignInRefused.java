package dev.vesper.local.demo;

/** A sign-in that came to nothing, told to the person. */
final class SignInRefused extends Exception {
    private final String title;
    private final String reason;

    SignInRefused(String title, String reason) {
        super(reason);
        this.title = title;
        this.reason = reason;
    }

    SignInRefused(String title, Exception cause) {
        super(cause);
        this.title = title;
        this.reason = String.valueOf(cause.getMessage());
    }

    String reason() {
        return reason;
    }

    String title() {
        return title;
    }
}
