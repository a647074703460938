package dev.trunkline.api;

import dev.trunkline.model.RefusedException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A request that is not taken. */
@Provider
public class RefusedMapper implements ExceptionMapper<RefusedException> {
    @Context
    UriInfo uri;

    @Override
    public Response toResponse(RefusedException refused) {
        return ProblemAnswer.of(
                Problem.of(refused.refusal(), uri.getRequestUri().getPath()));
    }
}
