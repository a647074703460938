package dev.trunkline.system.kit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;
import dev.trunkline.system.Await;
import dev.trunkline.system.Child;
import dev.trunkline.system.GatewayDatabase;
import dev.trunkline.system.Installation;
import dev.trunkline.system.Person;
import dev.trunkline.system.Ports;
import dev.trunkline.system.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A gateway beside one simulated platform, on an empty database, and the agents who are at work. */
public final class Stage implements AutoCloseable {
    /** The login of the others is configured; erin gives hers with Login. */
    static final String UNCONFIGURED = "erin";

    private static final String FIRST = "alice";
    private static final List<String> CONFIGURED = List.of(FIRST, "bob", "carol", "dave");

    private final Platform platform;
    private final Installation installation;
    private final Simulators simulators;
    private final GatewayDatabase database;
    private final Control control;
    private final Map<String, String> settings;
    private final Path war;
    private final Map<String, Seat> seats = new LinkedHashMap<>();
    private Child gateway;
    private Reasons reasons;

    private Stage(Platform platform, Installation installation, Simulators simulators, GatewayDatabase database) {
        this.platform = platform;
        this.installation = installation;
        this.simulators = simulators;
        this.database = database;
        this.control = new Control(simulators.controlUrl(), platform.vendor());
        this.settings =
                platform.gateway(control.described(), installation.certificate().toString());
        settings.put("trunkline.agents.file", logins().toString());
        settings.putAll(database.settings());
        war = platform.further()
                .map(further -> further.into(installation.war(), installation.data()))
                .orElseGet(installation::war);
    }

    /** @param database by its name */
    static Stage open(Platform platform, String database) {
        Installation installation = new Installation(Site.root(), directory(platform), Ports.free());
        Options options = Options.onAnyPorts().withCertificateFile(installation.certificate());
        for (Map.Entry<String, String> setting : platform.simulator().entrySet()) {
            options = options.with(setting.getKey(), setting.getValue());
        }
        GatewayDatabase log = GatewayDatabase.named(database, Site.root());
        Simulators simulators = Simulators.start(
                options,
                platform.further()
                        .map(further -> further.simulators(installation.data()))
                        .orElseGet(Simulators.class::getClassLoader));
        try {
            Stage stage = new Stage(platform, installation, simulators, log);
            stage.start();
            stage.letOneIn();
            return stage;
        } catch (RuntimeException failed) {
            simulators.close();
            log.close();
            throw failed;
        }
    }

    private void letOneIn() {
        try {
            seat(FIRST).firstLogin();
        } catch (AssertionError never) {
            gateway.close();
            throw new IllegalStateException("nobody could sign in", never);
        }
    }

    private static Path directory(Platform platform) {
        try {
            Path sites = Files.createDirectories(Site.root().resolve("src/system-tests/target/sites"));
            String name = platform.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
            return Files.createTempDirectory(sites, "kit-" + name + "-");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Path logins() {
        List<String> lines = new ArrayList<>(List.of("tenant,agent,channel,username,extension,device,secret_ref"));
        try {
            for (String agent : platform.configured() ? CONFIGURED : List.<String>of()) {
                Files.writeString(installation.secrets().resolve("kit-" + agent), platform.secret(agent));
                lines.add("default," + agent + "," + platform.configuredLogin(agent, "kit-" + agent));
            }
            return Files.write(installation.data().resolve("agents.csv"), lines);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public Platform platform() {
        return platform;
    }

    public Control control() {
        return control;
    }

    /** Whether this agent's login needs no data. */
    boolean configured(String agent) {
        return platform.configured() && CONFIGURED.contains(agent);
    }

    /** An agent who is watched from now on; not signed in yet. */
    Seat seat(String agent) {
        return seats.computeIfAbsent(agent, name -> new Seat(this, person(name), name));
    }

    Person person(String name) {
        return Person.named(name, installation.url());
    }

    /** Tried when they are first asked for. */
    Reasons reasons() {
        if (reasons == null) {
            reasons = new Reasons(this);
        }
        return reasons;
    }

    // ---- the gateway's life

    /** Starts the gateway, also again on the same database; who watched goes on watching. */
    void start() {
        gateway = installation.startGatewayFor(war, settings);
        seats.replaceAll((name, seat) -> seat.at(person(name)));
    }

    /** As a power cut, but for the disk. */
    void kill() {
        gateway.kill();
    }

    void stop() {
        gateway.close();
    }

    // ---- between two cases

    /** Ends what the case left, sees that the gateway knows, and that every stream kept the rules. */
    void clear() {
        control.reset();
        seats.values().forEach(Seat::signInAgain);
        Await.until(() -> "all calls are over: " + calls(), () -> calls().isEmpty() || resetAgain());
        seats.values().forEach(seat -> seat.watch().check());
    }

    private List<JsonNode> calls() {
        return seats.values().stream().flatMap(seat -> seat.calls().stream()).toList();
    }

    /** For a dial that was on its way to the platform. */
    private boolean resetAgain() {
        if (!control.books(call -> !call.path("ended").asBoolean()).isEmpty()) {
            control.reset();
        }
        return false;
    }

    @Override
    public void close() {
        seats.values().forEach(seat -> seat.watch().close());
        gateway.close();
        simulators.close();
        database.close();
    }
}
