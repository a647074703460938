package dev.trunkline.api;

import dev.trunkline.event.Json;
import dev.trunkline.identity.Tickets;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** One-time tickets for the WebSocket handshake of a browser (contract 14.1). */
@Path("tickets")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TicketsResource {
    @Inject
    Tickets tickets;

    /** A ticket is a secret for as long as it lives. */
    @JsonbPropertyOrder({"ticket", "expiresIn"})
    public record Answer(String ticket, @JsonbProperty("expires_in") long expiresIn) {
        @Override
        public String toString() {
            return "an answer with a ticket";
        }
    }

    @POST
    public Response post(@Context SecurityContext security) {
        String ticket = tickets.issue(SignedIn.caller(security.getUserPrincipal()));
        return Response.status(Response.Status.CREATED)
                .entity(Json.text(new Answer(ticket, Tickets.LIFE.toSeconds())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
