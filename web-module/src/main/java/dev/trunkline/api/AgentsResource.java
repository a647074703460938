package dev.trunkline.api;

import dev.trunkline.desk.Desks;
import dev.trunkline.desk.Standing;
import dev.trunkline.event.EventLog;
import dev.trunkline.event.Json;
import dev.trunkline.identity.Caller;
import dev.trunkline.identity.Role;
import dev.trunkline.message.ChannelNames;
import dev.trunkline.model.AgentKey;
import dev.trunkline.port.Vendors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;

/** How an agent stands (contract 13.5). */
@Path("agents/me")
@AsksTheLog
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AgentsResource {
    @Inject
    EventLog log;

    @Inject
    Desks desks;

    @Inject
    Vendors vendors;

    @Inject
    ChannelNames channels;

    /** Roles are the caller's: those of another agent are in that agent's token only. */
    @JsonbPropertyOrder({"agent", "tenant", "roles", "lastSeq", "platforms"})
    public record View(String agent, String tenant, List<String> roles, long lastSeq, List<Platform> platforms) {}

    /** One configured platform. */
    @JsonbPropertyOrder({"channel", "signedIn", "attached", "username", "extension", "state", "stateChangeTime", "link"
    })
    public record Platform(
            String channel,
            boolean signedIn,
            boolean attached,
            String username,
            String extension,
            String state,
            String stateChangeTime,
            String link) {}

    @GET
    public String get(@Context SecurityContext security, @Context UriInfo uri) {
        QueryValues query = new QueryValues(uri.getQueryParameters());
        Caller caller = SignedIn.caller(security.getUserPrincipal());
        AgentKey key = caller.watching(query.agent());
        Optional<String> channel = query.channel(channels);
        return Json.text(new View(
                key.agent(),
                key.tenant(),
                caller.roles().stream().sorted().map(Role::word).toList(),
                log.range(key).last(),
                desks.standings(key).stream()
                        .map(standing -> platform(standing, channel))
                        .toList()));
    }

    private Platform platform(Standing standing, Optional<String> channel) {
        return new Platform(
                channel.filter(asked -> same(asked, standing.channel())).orElse(standing.channel()),
                standing.signedIn(),
                standing.attached(),
                standing.username(),
                standing.extension(),
                standing.state().word(),
                standing.stateChangeTime(),
                standing.link());
    }

    /** Whether two names are names of one platform. */
    private boolean same(String asked, String other) {
        return vendors.find(asked)
                .filter(vendor -> vendor.channels().containsValue(other))
                .isPresent();
    }
}
