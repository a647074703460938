package dev.trunkline.api;

import dev.trunkline.command.Commands;
import dev.trunkline.event.Json;
import dev.trunkline.model.Code;
import dev.trunkline.model.RefusedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;

/** What came of a command (contract 13.3). */
@Path("commands/{commandId}")
@AsksTheLog
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CommandsResource {
    @Inject
    Commands commands;

    @GET
    public String get(
            @PathParam("commandId") String commandId, @Context SecurityContext security, @Context UriInfo uri) {
        return commands.find(SignedIn.caller(security.getUserPrincipal()), commandId)
                .map(command ->
                        Json.text(CommandView.of(command, uri.getRequestUri().getPath())))
                .orElseThrow(() -> new RefusedException(Code.NOT_FOUND, "no such command of yours"));
    }
}
