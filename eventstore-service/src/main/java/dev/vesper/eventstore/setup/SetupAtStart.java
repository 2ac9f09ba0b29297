package dev.vesper.eventstore.setup;

import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.config.OneTask;
import dev.vesper.eventstore.log.LogUnavailable;
import dev.vesper.eventstore.write.webkey.WebKeys;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jboss.logging.Logger;

/** The first start as the configuration wants it, before the service is ready. */
@Singleton
final class SetupAtStart {
    /** After the log, before all that needs an instance. */
    private static final int AFTER_THE_LOG = 200;

    private static final Logger LOG = Logger.getLogger(SetupAtStart.class);
    private static final List<String> LOCAL = List.of("localhost", "127.0.0.1");

    private final EventstoreConfig config;
    private final FirstStart firstStart;
    private final WebKeys webKeys;
    private final AdminIsOwner adminIsOwner;

    SetupAtStart(EventstoreConfig config, WebKeys webKeys, FirstStart firstStart, AdminIsOwner adminIsOwner) {
        this.config = config;
        this.webKeys = webKeys;
        this.firstStart = firstStart;
        this.adminIsOwner = adminIsOwner;
    }

    void start(@Observes @Priority(AFTER_THE_LOG) StartupEvent event) {
        if (config.setup().enabled() && !OneTask.isAll(config)) {
            checkMasterKey();
            firstStart.run(new FirstStart.Wish(
                    domains(),
                    config.setup().organisation(),
                    config.setup().maxPasswordAttempts(),
                    config.admin().password(),
                    config.keys().signingAlgorithm()));
            adminIsOwner.run();
        }
    }

    private List<String> domains() {
        Set<String> domains = new LinkedHashSet<>(LOCAL);
        config.oidc().externalUrls().orElse(List.of()).stream()
                .map(SetupAtStart::host)
                .forEach(domains::add);
        return List.copyOf(domains);
    }

    private static String host(URI url) {
        String host = url.getHost();
        if (host == null) {
            throw new IllegalArgumentException("vesper.oidc.external-urls: " + url + " has no host");
        }
        return host.toLowerCase(Locale.ROOT);
    }

    /** Found out now, and not by the first person who signs in. */
    private void checkMasterKey() {
        try {
            webKeys.ofInstance(FirstInstance.ID);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "vesper.keys.master-key is not the key that this log was written with: its signing keys do not open",
                    e);
        } catch (LogUnavailable unrepaired) {
            LOG.warnf("The master key is not checked: %s", unrepaired.getMessage());
        }
    }
}
