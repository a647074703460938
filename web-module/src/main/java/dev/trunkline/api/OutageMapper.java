package dev.trunkline.api;

import dev.trunkline.event.Intake;
import dev.trunkline.store.Outage;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.JdbiException;

/** A question that the database could not answer: it is ours to say so, and the client's to come back. */
@Provider
public class OutageMapper implements ExceptionMapper<JdbiException> {
    private static final Logger LOG = Logger.getLogger(OutageMapper.class.getName());

    @Context
    UriInfo uri;

    @Inject
    FaultMapper faults;

    @Override
    public Response toResponse(JdbiException failed) {
        if (!Outage.in(failed)) {
            return faults.toResponse(failed);
        }
        LOG.log(Level.FINE, "The database could not be asked", failed);
        return ProblemAnswer.of(
                Problem.of(Intake.overloaded().refusal(), uri.getRequestUri().getPath()));
    }
}
