package dev.vesper.oidc.endsession;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.oidc.Configuration;
import dev.vesper.oidc.http.Complaint;
import dev.vesper.oidc.http.PageProblem;
import dev.vesper.oidc.http.Parameters;
import dev.vesper.oidc.http.Told;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.origin.Tenants;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** What becomes of a sign-out, as it becomes known (server-sent events; HTML Standard, section 9.2). */
@Path("/oidc/v1/end_session/status")
@Blocking
public final class SignedOutStream {
    private final Tenants tenants;
    private final LogoutStatuses statuses;
    private final Deliveries deliveries;
    private final Duration longest;
    private final Semaphore free;

    SignedOutStream(Tenants tenants, LogoutStatuses statuses, Deliveries deliveries, Configuration configuration) {
        this.tenants = tenants;
        this.statuses = statuses;
        this.deliveries = deliveries;
        this.longest = configuration.oidc().endSession().statusTimeout();
        this.free = new Semaphore(configuration.oidc().endSession().statusStreams());
    }

    /** Ends when nothing more will become of any app, or after a while; the browser may then ask again. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    public Multi<String> follow(@Context HttpServerRequest request) {
        Tenant tenant = tenants.of(request);
        LogoutStatus status =
                statuses.open(tenant, Parameters.parse(request.query()).text("of"));
        if (!free.tryAcquire()) {
            throw new PageProblem(503, Complaint.UNAVAILABLE);
        }
        return deliveries
                .follow(tenant, status)
                .select()
                .first(longest)
                .map(SignedOutStream::json)
                .skip()
                .repetitions()
                .onTermination()
                .invoke(() -> free.release());
    }

    private static String json(Map<String, Told> states) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        states.forEach((client, told) -> json.put(client, told.name()));
        return json.toString();
    }
}
