package dev.trunkline.api;

import dev.trunkline.port.VendorException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A platform that refused or failed while somebody waited for its answer. */
@Provider
public class VendorMapper implements ExceptionMapper<VendorException> {
    @Context
    UriInfo uri;

    @Override
    public Response toResponse(VendorException failed) {
        return ProblemAnswer.of(Problem.of(failed.refusal(), uri.getRequestUri().getPath()));
    }
}
