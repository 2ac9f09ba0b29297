package dev.vesper.local.demo;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.PersonClaims;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;

/** Asks the userinfo endpoint how to greet the person (OpenID Connect Core, section 5.3). */
record Greeting(OIDCProviderMetadata metadata, AccessToken accessToken) {
    /** Falls back to what the ID token says, because a missing name is no reason to refuse a sign-in. */
    String nameOf(IDTokenClaimsSet idToken) {
        try {
            var request = new UserInfoRequest(metadata.getUserInfoEndpointURI(), accessToken).toHTTPRequest();
            request.setConnectTimeout(Provider.TIMEOUT_MS);
            request.setReadTimeout(Provider.TIMEOUT_MS);
            var response = UserInfoResponse.parse(request.send());
            return response.indicatesSuccess()
                    ? name(
                            response.toSuccessResponse().getUserInfo(),
                            idToken.getSubject().getValue())
                    : idToken.getSubject().getValue();
        } catch (IOException | ParseException e) {
            return idToken.getSubject().getValue();
        }
    }

    private static String name(PersonClaims claims, String otherwise) {
        return Stream.of(claims.getName(), claims.getPreferredUsername(), claims.getEmailAddress(), otherwise)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(otherwise);
    }
}
