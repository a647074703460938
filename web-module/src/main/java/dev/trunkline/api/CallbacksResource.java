package dev.trunkline.api;

import dev.trunkline.callback.Callbacks;
import dev.trunkline.event.Json;
import dev.trunkline.model.AgentKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;

/** Callbacks that the agent arranged; he changes and cancels them by messages (contract 2.1, 13.5). */
@Path("callbacks")
@AsksTheLog
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CallbacksResource {
    @Inject
    Callbacks callbacks;

    @GET
    public String list(@Context SecurityContext security, @Context UriInfo uri) {
        QueryValues query = new QueryValues(uri.getQueryParameters());
        AgentKey key = SignedIn.caller(security.getUserPrincipal()).watching(query.agent());
        return Json.text(callbacks.list(key, query.flag("ended"), query.text("after"), query.limit()).stream()
                .map(CallbackView::of)
                .toList());
    }
}
