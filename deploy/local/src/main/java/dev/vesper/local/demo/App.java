package dev.vesper.local.demo;

import com.nimbusds.oauth2.sdk.GeneralException;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What the endpoints of one relying party share. */
final class App {
    private final AppSettings settings;
    private final InstantSource clock;
    private final Visitors visitors = new Visitors();
    private final SecureRandom random = new SecureRandom();
    private @Nullable Provider provider;

    App(AppSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    AppSettings settings() {
        return settings;
    }

    InstantSource clock() {
        return clock;
    }

    Visitors visitors() {
        return visitors;
    }

    /** Discovers Vesper when first needed; a failure is tried again the next time. */
    synchronized Provider provider() throws GeneralException, IOException {
        if (provider == null) {
            provider = Provider.discover(settings);
        }
        return provider;
    }

    /** The key of this browser, which gets one in a cookie if it has none. */
    String visitorKey(Call call) {
        var name = settings.key() + "-browser";
        return call.cookie(name).orElseGet(() -> {
            var bytes = new byte[24];
            random.nextBytes(bytes);
            var key = Base64.getUrlEncoder().encodeToString(bytes);
            call.setCookie(name, key);
            return key;
        });
    }
}
