package dev.trunkline.system.soak;

import dev.trunkline.system.Child;
import dev.trunkline.system.Directories;
import dev.trunkline.system.GatewayDatabase;
import dev.trunkline.system.Installation;
import dev.trunkline.system.Jvm;
import dev.trunkline.system.LaunchException;
import dev.trunkline.system.Ports;
import dev.trunkline.system.load.AgentClient;
import dev.trunkline.system.load.Controls;
import dev.trunkline.system.load.Issuer;
import dev.trunkline.system.load.Workforce;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The processes under fire: simulators, and a gateway that is killed and started again on the same database. */
final class House implements AutoCloseable {
    private static final Jvm SIMULATORS = Jvm.forLoad("512m");
    private static final Jvm GATEWAY = Jvm.forLoad("1g");

    private final HttpClient http = AgentClient.http();
    private final Installation installation;
    private final List<Centre> centres;
    private final Workforce agents;
    private final Issuer issuer;
    private final GatewayDatabase database;
    private final Map<String, String> settings;
    private volatile Optional<Child> simulators = Optional.empty();
    private volatile Optional<Child> gateway = Optional.empty();
    private volatile boolean closed;

    /** @param directory emptied first @param platforms where the agents work, in turn */
    House(Path root, Path directory, int agents, List<Platform> platforms, GatewayDatabase database) {
        Directories.emptied(directory);
        this.installation = new Installation(root, directory, Ports.free());
        this.centres = platforms.stream().map(this::centre).toList();
        this.agents =
                new Workforce(agents, platforms.stream().map(Platform::vendor).toList());
        this.issuer = Issuer.create(directory.resolve("jwks.json"));
        this.settings = new TreeMap<>(issuer.settings());
        settings.put(
                "trunkline.agents.file",
                this.agents
                        .writeLogins(directory.resolve("agents.csv"), installation.secrets())
                        .toString());
        // A dial needs no Ready before it: half as many commands for the same number of calls.
        settings.put("trunkline.dial.requireState", "any");
        // Who stops reading is to be found within the time that there is.
        settings.put("trunkline.push.pingEvery", "PT4S");
        settings.put("trunkline.push.stuckAfter", "PT8S");
        settings.putAll(database.settings());
        this.database = database;
    }

    private Centre centre(Platform platform) {
        return new Centre(
                platform,
                new Controls(http, installation.controlUrl(), platform.vendor().platform()));
    }

    Installation installation() {
        return installation;
    }

    HttpClient http() {
        return http;
    }

    /** In the order in which agents are given to them. */
    List<Centre> centres() {
        return centres;
    }

    Workforce agents() {
        return agents;
    }

    Issuer issuer() {
        return issuer;
    }

    void startSimulators() {
        List<String> options = new ArrayList<>(List.of("--agents", String.valueOf(agents.size())));
        centres.forEach(centre -> options.addAll(centre.platform().simulator()));
        Child child = installation.launchSimulators(SIMULATORS, options.toArray(String[]::new));
        simulators = Optional.of(child);
        installation.awaitSimulators(child);
        for (Centre centre : centres) {
            settings.putAll(
                    centre.platform().vendor().settings(centre.controls().described()));
            settings.putAll(centre.platform().gateway());
        }
    }

    /** Returns when it is ready. */
    void startGateway() {
        if (closed) {
            throw new LaunchException("ended while it was to be started", null);
        }
        Child child = installation.launchGatewayForLoad(GATEWAY, settings);
        gateway = Optional.of(child);
        installation.awaitGateway(child);
    }

    /** As {@code kill -9}. */
    void killGateway() {
        gateway.ifPresent(Child::kill);
    }

    long gatewayPid() {
        return gateway.orElseThrow().pid();
    }

    boolean stands() {
        return simulators.filter(Child::isAlive).isPresent()
                && gateway.filter(Child::isAlive).isPresent();
    }

    @Override
    public void close() {
        closed = true;
        gateway.ifPresent(Child::close);
        simulators.ifPresent(Child::close);
        database.close();
    }
}
