package dev.trunkline.api;

import dev.trunkline.call.CallRecord;
import dev.trunkline.call.Calls;
import dev.trunkline.event.Json;
import dev.trunkline.model.AgentKey;
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

/** Calls, for clients that ask instead of listening (contract 13.2). */
@Path("calls")
@AsksTheLog
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CallsResource {
    @Inject
    Calls calls;

    @Inject
    EventPages pages;

    @GET
    public String list(@Context SecurityContext security, @Context UriInfo uri) {
        QueryValues query = new QueryValues(uri.getQueryParameters());
        AgentKey key = watched(security, query);
        return Json.text(calls.list(key, query.flag("ended"), query.text("after"), query.limit()).stream()
                .map(CallView::of)
                .toList());
    }

    @GET
    @Path("{callRef}")
    public String get(@PathParam("callRef") String callRef, @Context SecurityContext security, @Context UriInfo uri) {
        QueryValues query = new QueryValues(uri.getQueryParameters());
        return Json.text(CallView.of(find(watched(security, query), callRef)));
    }

    @GET
    @Path("{callRef}/events")
    public String events(
            @PathParam("callRef") String callRef, @Context SecurityContext security, @Context UriInfo uri) {
        QueryValues query = new QueryValues(uri.getQueryParameters());
        CallRecord call = find(watched(security, query), callRef);
        return pages.ofCall(call, query);
    }

    private static AgentKey watched(SecurityContext security, QueryValues query) {
        return SignedIn.caller(security.getUserPrincipal()).watching(query.agent());
    }

    private CallRecord find(AgentKey key, String callRef) {
        return calls.find(key, callRef)
                .orElseThrow(() -> new RefusedException(Code.CALL_NOT_FOUND, "no such call of this agent"));
    }
}
