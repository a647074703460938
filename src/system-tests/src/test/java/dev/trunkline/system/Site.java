package dev.trunkline.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A gateway beside simulated platforms, for one test class, on free ports and an empty database. */
public final class Site implements AutoCloseable {
    private static final Path ROOT = Path.of(System.getProperty("trunkline.root", "../.."))
            .toAbsolutePath()
            .normalize();
    /** One channel is left out, so that one is known that is not configured. */
    static final Map<String, String> WITHOUT_WEBEX = Map.of("trunkline.webexcc.apiUrl", "");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Installation installation;
    private Map<String, String> settings = Map.of();
    private List<String> within = List.of();
    private final Child simulators;
    private Child gateway;

    private Site(Installation installation, String... simulatorOptions) {
        this.installation = installation;
        this.simulators = installation.startSimulators(
                Stream.concat(Stream.of("--finesse.wrapUp=2s"), Stream.of(simulatorOptions))
                        .toArray(String[]::new));
    }

    static Site of(String name, Map<String, String> settings) {
        return simulatorsOnly(name).withGateway(settings);
    }

    /** Only the platforms: the gateway runs elsewhere. */
    static Site simulatorsOnly(String name) {
        return simulatorsOnly(installation(name));
    }

    static Site simulatorsOnly(Installation installation, String... simulatorOptions) {
        return new Site(installation, simulatorOptions);
    }

    /** On free ports, with an empty directory. */
    static Installation installation(String name) {
        try {
            Path sites = Files.createDirectories(ROOT.resolve("src/system-tests/target/sites"));
            return new Installation(ROOT, Files.createTempDirectory(sites, name), Ports.free());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The gateway too; if it does not start, nothing stays. */
    Site withGateway(Map<String, String> gatewaySettings) {
        settings = gatewaySettings;
        try {
            start();
            return this;
        } catch (RuntimeException failed) {
            simulators.close();
            throw failed;
        }
    }

    /** The gateway too, run by a command. */
    Site withGateway(Map<String, String> gatewaySettings, List<String> runBy) {
        within = runBy;
        return withGateway(gatewaySettings);
    }

    /** Of the gateway's process. */
    long pid() {
        return gateway.pid();
    }

    public static Path root() {
        return ROOT;
    }

    Installation installation() {
        return installation;
    }

    /** Starts the gateway, also again on the same database. */
    void start() {
        gateway = installation.startGateway(settings, within);
    }

    /** As a power cut, but for the disk. */
    void kill() {
        gateway.kill();
    }

    /** In order, as an operator would. */
    void stop() {
        gateway.close();
    }

    /** Of the gateway that runs now. */
    Gauge gauge() {
        return new Gauge(gateway.pid());
    }

    Person person(String name) {
        return Person.named(name, installation.url());
    }

    /** The books of the simulated platforms: every call that they really created. */
    JsonNode books() {
        return control("GET", "/calls", "");
    }

    /** How many calls the platforms created to this number. */
    long callsTo(String number) {
        long count = 0;
        for (JsonNode call : books()) {
            count += call.path("number").asText().equals(number) ? 1 : 0;
        }
        return count;
    }

    void fault(String json) {
        control("POST", "/platforms/finesse/faults", json);
    }

    /** A campaign's record, for an agent who is ready. */
    void offer(String json) {
        control("POST", "/platforms/finesse/offers", json);
    }

    void farEnd(String callId, String action) {
        control("POST", "/platforms/finesse/calls/" + callId + "/far-end", "{\"action\":\"" + action + "\"}");
    }

    private JsonNode control(String method, String path, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(installation.controlUrl() + path))
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .header("Content-Type", "application/json")
                    .build();
            String answer = HTTP.send(request, BodyHandlers.ofString()).body();
            return Contract.json(answer.isEmpty() ? "{}" : answer);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        if (gateway != null) {
            gateway.close();
        }
        simulators.close();
    }
}
