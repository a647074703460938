package dev.trunkline.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;

/** Events as a page (contract 13.1); who asks for {@code text/event-stream} never comes here. */
@Path("events")
@AsksTheLog
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class EventsResource {
    @Inject
    EventPages pages;

    @GET
    public String page(@Context SecurityContext security, @Context UriInfo uri) {
        QueryValues query = new QueryValues(uri.getQueryParameters());
        return pages.of(SignedIn.caller(security.getUserPrincipal()).watching(query.agent()), query);
    }
}
