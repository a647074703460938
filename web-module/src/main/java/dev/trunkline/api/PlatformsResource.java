package dev.trunkline.api;

import dev.trunkline.desk.Desks;
import dev.trunkline.event.Json;
import dev.trunkline.message.ChannelNames;
import dev.trunkline.model.AgentKey;
import dev.trunkline.model.Verb;
import dev.trunkline.port.VendorService;
import dev.trunkline.port.Vendors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is connected here and what it can do, so that a client may ask before it shows a button (contract 13.4). */
@Path("platforms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PlatformsResource {
    @Inject
    Vendors vendors;

    @Inject
    Desks desks;

    /** One channel name. */
    @JsonbPropertyOrder({"channel", "configured", "link", "verbs"})
    public record Entry(String channel, boolean configured, @JsonbNillable String link, List<String> verbs) {}

    @GET
    public String list(@Context SecurityContext security, @Context UriInfo uri) {
        QueryValues query = new QueryValues(uri.getQueryParameters());
        AgentKey key = SignedIn.caller(security.getUserPrincipal()).watching(query.agent());
        return Json.text(channels().stream().map(channel -> entry(key, channel)).toList());
    }

    /** The contract's names, then what a platform brings beyond them. */
    private Set<String> channels() {
        Stream<String> known = ChannelNames.shipped().names().stream();
        Stream<String> brought = vendors.all().stream()
                .flatMap(vendor -> vendor.channels().values().stream().sorted());
        return Stream.concat(known, brought).collect(LinkedHashSet::new, Set::add, Set::addAll);
    }

    private Entry entry(AgentKey key, String channel) {
        return vendors.find(channel)
                .filter(VendorService::configured)
                .map(vendor -> new Entry(
                        channel, true, desks.link(key, vendor.vendor()).orElse(null), verbs(vendor)))
                .orElseGet(() -> new Entry(channel, false, null, List.of()));
    }

    /** What the platform can do, and what we answer for every platform. */
    private static List<String> verbs(VendorService vendor) {
        Set<Verb> can = vendor.verbs();
        return Arrays.stream(Verb.values())
                .filter(verb -> verb.ours() || can.contains(verb))
                .map(Verb::word)
                .toList();
    }
}
