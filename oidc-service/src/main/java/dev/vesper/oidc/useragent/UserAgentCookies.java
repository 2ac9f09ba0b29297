package dev.vesper.oidc.useragent;

import dev.vesper.events.ConsistencyToken;
import dev.vesper.oidc.Configuration;
import dev.vesper.oidc.keys.ServiceKeys;
import dev.vesper.oidc.origin.Tenant;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The signed cookie by which we know a browser again. It holds an id and no session: what is signed in there is asked
 * for each time, so that no cookie, planted or stolen back, revives or smuggles in a session.
 */
@Singleton
public final class UserAgentCookies {
    private static final int ID_BYTES = 16;

    private final ServiceKeys keys;
    private final RandomGenerator random;
    private final Duration lifetime;

    UserAgentCookies(ServiceKeys keys, RandomGenerator random, Configuration configuration) {
        this.keys = keys;
        this.random = random;
        this.lifetime = configuration.oidc().userAgentCookieLifetime();
    }

    /** @return empty for no cookie, or one that is not ours */
    public Optional<UserAgent> find(HttpServerRequest request, Tenant tenant) {
        return Optional.ofNullable(request.getCookie(name(tenant)))
                .map(Cookie::getValue)
                .flatMap(value -> parse(tenant, value));
    }

    public UserAgent findOrBegin(HttpServerRequest request, Tenant tenant) {
        return find(request, tenant).orElseGet(() -> new UserAgent(newId(), ConsistencyToken.NONE));
    }

    /** @return the value of a {@code Set-Cookie} header (RFC 6265bis, section 4.1) */
    public String write(Tenant tenant, UserAgent userAgent) {
        String content = userAgent.id() + "." + userAgent.seen().encode();
        return "%s=%s.%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax%s"
                .formatted(
                        name(tenant),
                        content,
                        sign(tenant, content),
                        lifetime.toSeconds(),
                        tenant.isSecure() ? "; Secure" : "");
    }

    /** Whether the browser keeps one that is not ours, or is ours no more: nothing will ever come of it. */
    public boolean isStale(HttpServerRequest request, Tenant tenant) {
        return request.getCookie(name(tenant)) != null && find(request, tenant).isEmpty();
    }

    /** @return the value of a {@code Set-Cookie} header that makes the browser forget it */
    public String clear(Tenant tenant) {
        return "%s=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax%s"
                .formatted(name(tenant), tenant.isSecure() ? "; Secure" : "");
    }

    private Optional<UserAgent> parse(Tenant tenant, String value) {
        String[] parts = value.split("\\.", -1);
        if (parts.length != 3 || !isSigned(tenant, parts[0] + "." + parts[1], parts[2])) {
            return Optional.empty();
        }
        return Optional.of(new UserAgent(parts[0], ConsistencyToken.decode(parts[1])));
    }

    private boolean isSigned(Tenant tenant, String content, String signature) {
        return keys.userAgentCookie().isOf(signed(tenant, content), signature);
    }

    private String sign(Tenant tenant, String content) {
        return keys.userAgentCookie().of(signed(tenant, content));
    }

    /** The instance is signed too: two instances under one parent domain must not take each other's cookies. */
    private static String signed(Tenant tenant, String content) {
        return tenant.instanceId() + "." + content;
    }

    /** The prefix makes browsers refuse it without Secure, with another path, or from a sibling domain (RFC 6265bis, section 4.1.3.2). */
    private static String name(Tenant tenant) {
        return tenant.isSecure() ? "__Host-vesper-ua" : "vesper-ua";
    }

    private String newId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
