package dev.vesper.oidc.authorize;

import dev.vesper.proto.admin.v1.GrantType;
import java.util.List;
import java.util.Optional;

/** The client must be registered for the grant that the code leads to (RFC 6749, section 4.1.2.1, unauthorized_client). */
final class CheckGrantAllowed implements ClientCheck {
    @Override
    public Optional<Refusal.ToClient> check(Draft draft) {
        List<GrantType> allowed = draft.client().getOidc().getGrantTypesList();
        return allowed.isEmpty() || allowed.contains(GrantType.GRANT_TYPE_AUTHORIZATION_CODE)
                ? Optional.empty()
                : Optional.of(new Refusal.ToClient("unauthorized_client", "the client may not use the code grant"));
    }
}
