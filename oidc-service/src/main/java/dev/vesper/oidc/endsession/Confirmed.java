package dev.vesper.oidc.endsession;

/** What a person said yes to. */
record Confirmed(LogoutRequest request, Ends ends) {}
