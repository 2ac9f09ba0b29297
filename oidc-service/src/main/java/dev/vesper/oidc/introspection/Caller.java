package dev.vesper.oidc.introspection;

import dev.vesper.proto.internal.v1.TokenState;

/** Who asks about a token. */
record Caller(String clientId, String projectId) {
    boolean mayKnow(TokenState state) {
        return state.getClientId().equals(clientId)
                || state.getAudienceList().contains(clientId)
                || state.getAudienceList().contains(projectId);
    }
}
