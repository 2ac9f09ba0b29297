package dev.vesper.oidc.keys;

import dev.vesper.proto.internal.v1.GetServiceKeyRequest;
import dev.vesper.proto.internal.v1.KeysGrpc.KeysBlockingStub;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The symmetric keys of this service. They are derived from the master key, so that one look is enough. */
@Singleton
public final class ServiceKeys {
    private final KeysBlockingStub keys;
    private final AtomicReference<@Nullable Hmac> userAgentCookie = new AtomicReference<>();
    private final AtomicReference<@Nullable Hmac> accessToken = new AtomicReference<>();
    private final AtomicReference<@Nullable Hmac> csrf = new AtomicReference<>();

    ServiceKeys(KeysBlockingStub keys) {
        this.keys = keys;
    }

    public Hmac userAgentCookie() {
        return get(userAgentCookie, "user-agent-cookie");
    }

    public Hmac accessToken() {
        return get(accessToken, "access-token");
    }

    public Hmac csrf() {
        return get(csrf, "csrf");
    }

    private Hmac get(AtomicReference<@Nullable Hmac> known, String purpose) {
        Hmac key = known.get();
        if (key == null) {
            GetServiceKeyRequest request =
                    GetServiceKeyRequest.newBuilder().setPurpose(purpose).build();
            key = new Hmac(keys.getServiceKey(request).getKey().toByteArray());
            known.set(key);
        }
        return key;
    }
}
