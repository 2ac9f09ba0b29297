package dev.vesper.oidc.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place that turns errors into HTTP: pages where a person looks, OAuth JSON where a client does. */
final class ErrorMappers {
    private static final Logger LOG = Logger.getLogger(ErrorMappers.class);
    private static final Set<Status.Code> PASSING = Set.of(
            Status.Code.UNAVAILABLE,
            Status.Code.DEADLINE_EXCEEDED,
            Status.Code.RESOURCE_EXHAUSTED,
            Status.Code.ABORTED);

    @ServerExceptionMapper
    public Response page(PageProblem problem) {
        return Pages.show(problem.status(), new ErrorPage(problem.complaint())).build();
    }

    @ServerExceptionMapper
    public Response oauth(OAuthProblem problem, UriInfo uri) {
        if (isForPeople(uri)) {
            return page(new PageProblem(problem.status(), Complaint.BROKEN_REQUEST));
        }
        return json(problem);
    }

    @ServerExceptionMapper
    public Response notFound(NotFoundException unknownPath) {
        return page(new PageProblem(404, Complaint.ADDRESS_NOT_FOUND));
    }

    @ServerExceptionMapper
    public Response busy(RejectedExecutionException full, UriInfo uri) {
        LOG.warnf("%s was refused with 503: too many tokens wait to be signed", uri.getPath());
        return unavailable(uri);
    }

    @ServerExceptionMapper
    public Response backend(StatusRuntimeException failure, UriInfo uri) {
        if (PASSING.contains(failure.getStatus().getCode())) {
            LOG.warnf("%s was answered with 503: a service behind says %s", uri.getPath(), failure.getStatus());
            return unavailable(uri);
        }
        if (failure.getStatus().getCode() == Status.Code.INVALID_ARGUMENT) {
            LOG.infof("%s was answered with 400: a service behind says %s", uri.getPath(), failure.getStatus());
            return oauth(new OAuthProblem(400, "invalid_request", "a parameter holds what it cannot hold"), uri);
        }
        LOG.errorf(failure, "%s was answered with 500: a service behind failed", uri.getPath());
        return internal(uri);
    }

    @ServerExceptionMapper
    public Response internal(IllegalStateException failure, UriInfo uri) {
        LOG.errorf(failure, "%s was answered with 500", uri.getPath());
        return internal(uri);
    }

    private Response internal(UriInfo uri) {
        return isForPeople(uri)
                ? page(new PageProblem(500, Complaint.INTERNAL))
                : json(new OAuthProblem(500, "server_error", "the request could not be handled"));
    }

    private Response unavailable(UriInfo uri) {
        Response answer = isForPeople(uri)
                ? page(new PageProblem(503, Complaint.UNAVAILABLE))
                : json(new OAuthProblem(503, "temporarily_unavailable", "try again in a moment"));
        return Response.fromResponse(answer).header("Retry-After", "1").build();
    }

    private static boolean isForPeople(UriInfo uri) {
        String path = uri.getPath();
        return path.startsWith("/login")
                || path.startsWith("/account")
                || path.startsWith("/oauth/v2/authorize")
                || path.startsWith("/oidc/v1/end_session");
    }

    private static Response json(OAuthProblem problem) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error", problem.error());
        body.put("error_description", problem.description());
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .header("Pragma", "no-cache")
                .entity(body.toString());
        problem.headers().forEach(response::header);
        return response.build();
    }
}
