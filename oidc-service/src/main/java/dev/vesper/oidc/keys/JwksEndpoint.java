package dev.vesper.oidc.keys;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.vesper.oidc.Configuration;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.origin.Tenants;
import dev.vesper.proto.internal.v1.InstanceQueriesGrpc.InstanceQueriesBlockingStub;
import dev.vesper.proto.internal.v1.ListPublicKeysQuery;
import dev.vesper.proto.internal.v1.PublicKey;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The public keys (RFC 7517, section 5): those that are published, and in any case those that tokens are signed with,
 * which a view may not have seen yet.
 */
@Path("/oauth/v2/keys")
@RunOnVirtualThread
public final class JwksEndpoint {
    private final Tenants tenants;
    private final SigningKeys signingKeys;
    private final InstanceQueriesBlockingStub queries;
    private final String cacheControl;

    JwksEndpoint(
            Tenants tenants,
            SigningKeys signingKeys,
            InstanceQueriesBlockingStub queries,
            Configuration configuration) {
        this.tenants = tenants;
        this.signingKeys = signingKeys;
        this.queries = queries;
        this.cacheControl =
                "public, max-age=" + configuration.oidc().signing().jwksMaxAge().toSeconds();
    }

    @GET
    @Produces("application/json")
    public Response keys(@Context HttpServerRequest request) {
        Tenant tenant = tenants.of(request);
        Map<String, JWK> keys = new LinkedHashMap<>();
        signingKeys.all(tenant.instanceId()).forEach(key -> publish(keys, publicPart(key)));
        published(tenant).forEach(key -> publish(keys, parse(key)));
        String body = JSONObjectUtils.toJSONString(new JWKSet(List.copyOf(keys.values())).toJSONObject(true));
        return Response.ok(body).header("Cache-Control", cacheControl).build();
    }

    private List<PublicKey> published(Tenant tenant) {
        return queries.listPublicKeys(ListPublicKeysQuery.newBuilder()
                        .setContext(tenant.context())
                        .build())
                .getKeysList();
    }

    private static void publish(Map<String, JWK> keys, JWK key) {
        keys.putIfAbsent(key.getKeyID(), key);
    }

    private static JWK publicPart(SigningKeys.Key key) {
        Map<String, Object> members = key.jwk().toPublicJWK().toJSONObject();
        members.put("use", KeyUse.SIGNATURE.identifier());
        members.put("alg", key.algorithm().getName());
        return parse(members);
    }

    private static JWK parse(PublicKey key) {
        try {
            return JWK.parse(key.getPublicJwk()).toPublicJWK();
        } catch (ParseException e) {
            throw new IllegalStateException("public key " + key.getKeyId() + " is not a JWK", e);
        }
    }

    private static JWK parse(Map<String, Object> members) {
        try {
            return JWK.parse(members);
        } catch (ParseException e) {
            throw new IllegalStateException("a key could not be written as a JWK", e);
        }
    }
}
