package dev.vesper.oidc.authorize;

import dev.vesper.oidc.http.Complaint;

/** Why an authorization request goes no further, and who may hear of it (RFC 6749, section 4.1.2.1). */
sealed interface Refusal {

    /** Client or redirect URI cannot be trusted: only the person in the browser is told, and nothing is redirected. */
    record ToPerson(Complaint complaint) implements Refusal {}

    /** Goes to the redirect URI, with an error code of the protocol. */
    record ToClient(String error, String description) implements Refusal {}
}
