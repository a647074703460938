package dev.trunkline.desk;

import dev.trunkline.call.Calls;
import dev.trunkline.call.CommandStore;
import dev.trunkline.event.AgentTold;
import dev.trunkline.event.EventLog;
import dev.trunkline.model.AgentKey;
import dev.trunkline.model.AgentState;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorService;
import dev.trunkline.port.Vendors;
import dev.trunkline.threads.ServerThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** All desks, and what others may ask of them. */
@ApplicationScoped
public class Desks {
    @Inject
    Vendors vendors;

    @Inject
    EventLog log;

    @Inject
    CommandStore commands;

    @Inject
    Calls calls;

    @Inject
    SignInStore signIns;

    @Inject
    Event<AgentTold> told;

    @Inject
    ServerThreads threads;

    @Inject
    @ConfigProperty(name = "trunkline.command.outcomeWait", defaultValue = "PT8S")
    Duration outcomeWait;

    @Inject
    @ConfigProperty(name = "trunkline.command.settleWithin", defaultValue = "PT25S")
    Duration settleWithin;

    @Inject
    @ConfigProperty(name = "trunkline.lane.capacity", defaultValue = "50")
    int laneCapacity;

    @Inject
    @ConfigProperty(name = "trunkline.dial.region")
    Optional<String> region;

    private final Map<Place, Desk> desks = new ConcurrentHashMap<>();

    private record Place(AgentKey key, String vendor) {}

    /** The desk of an agent on a platform; made, and read from the database, when it is asked for first. */
    public Desk of(AgentKey key, VendorService platform) {
        return desks.computeIfAbsent(
                new Place(key, platform.vendor()), place -> new Desk(key, platform, surroundings()));
    }

    private Surroundings surroundings() {
        return new Surroundings(
                log,
                commands,
                calls,
                signIns,
                told::fire,
                threads.lanes(),
                threads.outward(),
                new Patience(outcomeWait, settleWithin),
                laneCapacity,
                region.orElse(""));
    }

    void sweep() {
        Instant now = Instant.now();
        desks.values().forEach(desk -> desk.sweep(now));
    }

    void close() {
        desks.values().forEach(Desk::close);
    }

    private Optional<Desk> known(AgentKey key, String vendor) {
        return Optional.ofNullable(desks.get(new Place(key, vendor)));
    }

    /** One entry for each configured platform. */
    public List<Standing> standings(AgentKey key) {
        return vendors.all().stream()
                .filter(VendorService::configured)
                .map(platform -> standing(key, platform))
                .toList();
    }

    private Standing standing(AgentKey key, VendorService platform) {
        Optional<Desk> desk = known(key, platform.vendor());
        Optional<SignIn> signIn = desk.flatMap(Desk::signIn);
        return new Standing(
                defaultChannel(key, platform.vendor()),
                signIn.isPresent(),
                signIn.map(SignIn::attached).orElse(false),
                signIn.map(one -> one.session().username()).orElse(""),
                signIn.map(one -> one.session().extension()).orElse(""),
                signIn.flatMap(one -> desk.get().agent())
                        .map(now -> now.state())
                        .orElse(AgentState.LOGGED_OUT),
                signIn.flatMap(one -> desk.get().agent())
                        .map(now -> now.changedAt())
                        .orElse(""),
                link(key, platform.vendor()).orElse("DOWN"));
    }

    /** The channel whose form an agent's listener gets if he named none: of the latest Login there, else the default. */
    public String defaultChannel(AgentKey key, String vendor) {
        return known(key, vendor).flatMap(Desk::signIn).map(SignIn::channel).orElseGet(() -> vendors.named(vendor)
                .defaultChannel());
    }

    /** State of the link for one agent, or if he is not signed in of the platform: UP, DOWN, CONNECTING; empty if not configured. */
    public Optional<String> link(AgentKey key, String vendor) {
        if (!vendors.named(vendor).configured()) {
            return Optional.empty();
        }
        StreamState own = known(key, vendor).map(Desk::link).orElse(StreamState.NEW);
        if (own != StreamState.NEW) {
            return Optional.of(word(own));
        }
        List<String> others = desks.entrySet().stream()
                .filter(entry -> entry.getKey().vendor.equals(vendor))
                .map(entry -> word(entry.getValue().link()))
                .toList();
        return Optional.of(others.contains("UP") ? "UP" : others.contains("DOWN") ? "DOWN" : "CONNECTING");
    }

    private static String word(StreamState state) {
        return switch (state) {
            case UP -> "UP";
            case NEW, CONNECTING, READING -> "CONNECTING";
            case WAITING, REFUSED, CLOSED -> "DOWN";
        };
    }

    /** What a listener is told whose number is out of the log (contract 6.5): how things stand on each platform. */
    public List<AgentTold> sync(AgentKey key, Asker asker) {
        List<VendorService> configured =
                vendors.all().stream().filter(VendorService::configured).toList();
        List<VendorService> signedIn = configured.stream()
                .filter(platform ->
                        known(key, platform.vendor()).flatMap(Desk::signIn).isPresent())
                .toList();
        List<VendorService> told =
                signedIn.isEmpty() ? configured.stream().limit(1).toList() : signedIn;
        return told.stream()
                .flatMap(platform -> of(key, platform).sync(Optional.of(asker)).stream())
                .toList();
    }
}
