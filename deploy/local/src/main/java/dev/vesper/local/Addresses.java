package dev.vesper.local;

import java.net.URI;
import java.util.Optional;

/** Where the parts of a stack answer. */
public record Addresses(Ports ports, Optional<String> externalUrl) {
    private static final String LOOPBACK = "http://localhost:";

    /** The issuer as relying parties and browsers see it. */
    public String issuer() {
        return externalUrl.orElse(LOOPBACK + ports.of(Service.OIDC));
    }

    /** The origin of the admin API, REST and gRPC. */
    public String admin() {
        return LOOPBACK + ports.of(Service.EVENTSTORE);
    }

    public String openApi() {
        return admin() + "/admin/v1/openapi.json";
    }

    /** The page that renders {@link #openApi()}. */
    public String docs() {
        return admin() + "/admin/docs";
    }

    /** @param index 0 for Alpha, 1 for Beta */
    public String demoApp(int index) {
        return LOOPBACK + ports.demoApp(index);
    }

    public URI management(Service service) {
        return URI.create("http://127.0.0.1:" + ports.management(service));
    }

    /** Host and port for a gRPC client. */
    public String grpc(Service service) {
        return "127.0.0.1:" + ports.of(service);
    }
}
