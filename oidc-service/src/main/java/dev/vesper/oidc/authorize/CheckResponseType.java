package dev.vesper.oidc.authorize;

import dev.vesper.proto.admin.v1.ResponseType;
import java.util.List;
import java.util.Optional;

/** The response type must be there (RFC 6749, section 3.1.1), supported, and one that the client is registered for. */
final class CheckResponseType implements ClientCheck {
    @Override
    public Optional<Refusal.ToClient> check(Draft draft) {
        Optional<String> type = draft.parameters().find("response_type");
        if (type.isEmpty()) {
            return Optional.of(new Refusal.ToClient("invalid_request", "response_type is missing"));
        }
        if (!type.get().equals("code")) {
            return Optional.of(new Refusal.ToClient("unsupported_response_type", "response_type must be code"));
        }
        List<ResponseType> allowed = draft.client().getOidc().getResponseTypesList();
        return allowed.isEmpty() || allowed.contains(ResponseType.RESPONSE_TYPE_CODE)
                ? Optional.empty()
                : Optional.of(new Refusal.ToClient("unauthorized_client", "the client may not use this response_type"));
    }
}
