package dev.trunkline.api;

import dev.trunkline.event.Intake;
import dev.trunkline.model.Code;
import dev.trunkline.model.Refusal;
import dev.trunkline.store.Outage;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Everything else: what JAX-RS refuses keeps its status, what the database could not answer is to be asked again, and a fault of ours
 * is told by a number that stands in our log.
 */
@Provider
public class FaultMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(FaultMapper.class.getName());

    @Context
    UriInfo uri;

    @Override
    public Response toResponse(Throwable fault) {
        String path = uri.getRequestUri().getPath();
        if (fault instanceof WebApplicationException refused
                && HttpStatusCode.of(refused.getResponse().getStatus()) != Code.INTERNAL_ERROR) {
            return refusedByJaxRs(refused.getResponse(), path);
        }
        if (Outage.in(fault)) {
            LOG.log(Level.FINE, "The database could not be asked", fault);
            return ProblemAnswer.of(Problem.of(Intake.overloaded().refusal(), path));
        }
        String trace = UUID.randomUUID().toString();
        LOG.log(Level.SEVERE, "Fault " + trace + " on " + path, fault);
        return ProblemAnswer.of(Problem.ofFault(Refusal.of(Code.INTERNAL_ERROR, ""), path, trace));
    }

    private static Response refusedByJaxRs(Response refused, String path) {
        Code code = HttpStatusCode.of(refused.getStatus());
        Response answer = ProblemAnswer.of(Problem.of(Refusal.of(code, ""), path));
        String allow = refused.getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
    }
}
