package dev.vesper.local.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A small OpenID provider that signs everybody in at once; the sessions and their tokens are real enough for a relying party. */
final class TestProvider implements AutoCloseable {
    static final String SUBJECT = "user-1";
    private static final RSAKey KEY = key();

    private final HttpServer server;
    private final String sid;
    private final Map<String, String> nonces = new ConcurrentHashMap<>();

    private TestProvider(HttpServer server, String sid) {
        this.server = server;
        this.sid = sid;
    }

    static TestProvider start(String sid) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var provider = new TestProvider(server, sid);
        server.createContext("/.well-known/openid-configuration", call -> json(call, provider.metadata()));
        server.createContext("/keys", call -> json(call, new JWKSet(KEY.toPublicJWK()).toString()));
        server.createContext("/authorize", provider::authorize);
        server.createContext("/token", provider::token);
        server.createContext("/userinfo", call -> json(call, "{\"sub\":\"" + SUBJECT + "\",\"name\":\"Demo <User>\"}"));
        server.createContext("/end", TestProvider::end);
        server.start();
        return provider;
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    JWTClaimsSet.Builder logoutClaims(String clientId, String jti) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(clientId)
                .subject(SUBJECT)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(120)))
                .jwtID(jti)
                .claim("sid", sid)
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    }

    static String sign(String type, JWTClaimsSet claims) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType(type))
                .keyID(KEY.getKeyID())
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void authorize(HttpExchange call) throws IOException {
        var query = URLUtils.parseParameters(call.getRequestURI().getRawQuery());
        nonces.put("code", one(query, "nonce"));
        redirect(call, one(query, "redirect_uri") + "?code=code&state=" + one(query, "state"));
    }

    private static void end(HttpExchange call) throws IOException {
        var query = URLUtils.parseParameters(call.getRequestURI().getRawQuery());
        redirect(call, one(query, "post_logout_redirect_uri") + "?state=" + one(query, "state"));
    }

    private void token(HttpExchange call) throws IOException {
        var form = URLUtils.parseParameters(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (!one(form, "code").equals("code") || !form.containsKey("code_verifier")) {
            throw new IOException("unexpected token request " + form.keySet());
        }
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience("client-1")
                .subject(SUBJECT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)))
                .claim("nonce", nonces.get("code"))
                .claim("auth_time", now.minusSeconds(30).getEpochSecond())
                .claim("amr", List.of("pwd"))
                .claim("sid", sid)
                .build();
        json(
                call,
                "{\"access_token\":\"opaque\",\"token_type\":\"Bearer\",\"id_token\":\"" + sign("JWT", claims) + "\"}");
    }

    private static String one(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of("")).getFirst();
    }

    private String metadata() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "userinfo_endpoint":"%1$s/userinfo","jwks_uri":"%1$s/keys","end_session_endpoint":"%1$s/end",
                 "subject_types_supported":["public"],"response_types_supported":["code"],
                 "id_token_signing_alg_values_supported":["RS256"]}
                """.formatted(issuer());
    }

    private static void redirect(HttpExchange call, String target) throws IOException {
        call.getResponseHeaders().set("Location", URI.create(target).toString());
        call.sendResponseHeaders(302, -1);
        call.close();
    }

    private static void json(HttpExchange call, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(200, bytes.length);
        try (var out = call.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("key-1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
