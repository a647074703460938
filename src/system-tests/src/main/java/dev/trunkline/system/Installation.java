package dev.trunkline.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A gateway and the simulated platforms beside it, with a data directory of their own.
 *
 * @param root of the source tree, where the built products are
 * @param data everything that is written: database, keys, logs
 */
public record Installation(Path root, Path data, Ports ports) {
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Jvm QUICK_SIMULATORS = Jvm.quickStart("256m");
    private static final Jvm QUICK_GATEWAY = Jvm.quickStart("512m");
    private static final long LONGEST_ANSWER_SECONDS = 2;
    private static final List<String> DEMO_AGENTS = List.of("alice", "bob", "carol", "dave", "erin");
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** Base address of the gateway, with a slash at its end. */
    public String url() {
        return "http://localhost:" + ports.http() + "/trunkline/";
    }

    /** Base address of the simulators' control plane. */
    public String controlUrl() {
        return "http://localhost:" + ports.control();
    }

    /** What a client of the simulated platforms has to trust. */
    public Path certificate() {
        return data.resolve("platforms.pem");
    }

    /** Starts the simulators; returns when they are ready. @param options of their command line, beyond the ports */
    public Child startSimulators(String... options) {
        Child child = launchSimulators(options);
        awaitSimulators(child);
        return child;
    }

    Child launchSimulators(String... options) {
        return launchSimulators(QUICK_SIMULATORS, options);
    }

    /** Starts the simulators, for load; {@link #awaitSimulators} says when they are ready. */
    public Child launchSimulators(Jvm jvm, String... options) {
        List<String> command = new ArrayList<>(List.of(Child.java()));
        command.addAll(jvm.options());
        command.addAll(List.of(
                "-jar",
                root.resolve("src/simulators/target/simulators.jar").toString(),
                "--control-port",
                String.valueOf(ports.control()),
                "--finesse.restPort=" + ports.finesse(),
                "--finesse.xmppPort=" + ports.xmpp(),
                "--finesse.xmppSecurePort=" + ports.xmppSecure(),
                "--genesys.port=" + ports.genesys(),
                "--gws.port=" + ports.gws(),
                "--five9.port=" + ports.five9(),
                "--five9.atlantaPort=" + ports.five9Atlanta(),
                "--five9.santaClaraPort=" + ports.five9SantaClara(),
                "--webexcc.port=" + ports.webexcc(),
                "--certificate",
                certificate().toString()));
        command.addAll(List.of(options));
        return Child.start("The simulators", simulatorsLog(), command);
    }

    public void awaitSimulators(Child child) {
        child.awaitReady(() -> answers(controlUrl() + "/calls"), LONGEST_START);
    }

    Path simulatorsLog() {
        return data.resolve("simulators.log");
    }

    /** Starts the gateway on Payara Micro; returns when it is ready. @param settings beyond those of the demo */
    public Child startGateway(Map<String, String> settings) {
        return startGateway(settings, List.of());
    }

    /**
     * As {@link #startGateway}, for platforms that run elsewhere.
     *
     * @param war that is deployed
     * @param platforms all that it is to know of them
     */
    public Child startGatewayFor(Path war, Map<String, String> platforms) {
        Map<String, String> all = new TreeMap<>(plainSettings());
        all.putAll(platforms);
        Child child = launch(war, QUICK_GATEWAY, UnpackedMicro.next(root), all, demoEnvironment(), List.of());
        awaitGateway(child);
        return child;
    }

    /**
     * As {@link #startGateway}.
     *
     * @param within a command that runs the one behind it, for example in a namespace of its own where not all files are; none if empty
     */
    Child startGateway(Map<String, String> settings, List<String> within) {
        Micro micro = within.isEmpty() ? UnpackedMicro.next(root) : Micro.packed(root);
        Child child = launchGateway(micro, settings, within);
        awaitGateway(child);
        return child;
    }

    /**
     * Starts the gateway, for load: it knows the simulated platforms, but nobody of the demo. {@link #awaitGateway} says when it is ready.
     *
     * @param settings whose tokens and which agents it knows, and whatever else
     */
    public Child launchGatewayForLoad(Jvm jvm, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(platformSettings());
        all.put("trunkline.data", data.toString());
        all.put("trunkline.secrets.dir", secrets().toString());
        all.putAll(settings);
        return launch(war(), jvm, Micro.packed(root), all, List.of(), List.of());
    }

    Child launchGateway(Map<String, String> settings) {
        return launchGateway(Micro.packed(root), settings);
    }

    Child launchGateway(Micro micro, Map<String, String> settings) {
        return launchGateway(micro, settings, List.of());
    }

    private Child launchGateway(Micro micro, Map<String, String> settings, List<String> within) {
        Map<String, String> all = new TreeMap<>(settings());
        all.putAll(settings);
        return launch(war(), QUICK_GATEWAY, micro, all, demoEnvironment(), within);
    }

    private List<String> demoEnvironment() {
        return List.of(
                "--systemproperties",
                root.resolve("config/environments/demo/application.properties").toString());
    }

    /** What we ship for Micro. */
    public Path war() {
        return root.resolve("web-module/target/trunkline-micro.war");
    }

    private Child launch(
            Path war,
            Jvm jvm,
            Micro micro,
            Map<String, String> settings,
            List<String> environment,
            List<String> within) {
        List<String> command = new ArrayList<>(within);
        command.add(Child.java());
        command.addAll(jvm.options());
        command.addAll(micro.options());
        command.add("-Djava.awt.headless=true");
        Map<String, String> all = new TreeMap<>(settings);
        all.put("java.io.tmpdir", temporary().toString());
        all.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-jar",
                micro.jar(),
                "--nohazelcast",
                "--disablephonehome",
                "--port",
                String.valueOf(ports.http()),
                "--prebootcommandfile",
                root.resolve("config/payara/micro-preboot.asadmin").toString(),
                "--contextroot",
                "trunkline",
                "--deploy",
                war.toString()));
        command.addAll(environment);
        Child child = Child.start(
                "The gateway", gatewayLog(), command, micro.directory().orElse(Child.HERE));
        micro.directory().ifPresent(used -> child.end().thenRun(() -> Directories.delete(used)));
        return child;
    }

    public void awaitGateway(Child child) {
        child.awaitReady(
                () -> answers("http://localhost:" + ports.http() + "/health/ready") && answers(url()), LONGEST_START);
    }

    public Path gatewayLog() {
        return data.resolve("gateway.log");
    }

    /** What a gateway must be told to find its data, its people and the simulated platforms. */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(plainSettings());
        settings.put("trunkline.agents.file", root.resolve("config/agents.csv").toString());
        settings.putAll(platformSettings());
        return settings;
    }

    /** Where the simulated platforms are, and that who does not answer there gives up sooner than people do. */
    private Map<String, String> platformSettings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("trunkline.finesse.url", "https://localhost:" + ports.finesse());
        settings.put("trunkline.finesse.trustStore", certificate().toString());
        settings.put("trunkline.genesys.apiUrl", "https://localhost:" + ports.genesys());
        settings.put("trunkline.genesys.loginUrl", "https://localhost:" + ports.genesys());
        settings.put("trunkline.genesys.trustStore", certificate().toString());
        settings.put("trunkline.gws.url", "https://localhost:" + ports.gws());
        settings.put("trunkline.gws.trustStore", certificate().toString());
        settings.put("trunkline.gws.ringThreshold", "5s");
        settings.put("trunkline.five9.url", "https://localhost:" + ports.five9());
        settings.put("trunkline.five9.trustStore", certificate().toString());
        settings.put("trunkline.webexcc.apiUrl", "https://localhost:" + ports.webexcc());
        settings.put("trunkline.webexcc.loginUrl", "https://localhost:" + ports.webexcc() + "/v1");
        settings.put("trunkline.webexcc.trustStore", certificate().toString());
        return settings;
    }

    /** The part of them that names no platform. */
    private Map<String, String> plainSettings() {
        return Map.of(
                "trunkline.data", data.toString(),
                "trunkline.identity.people",
                        root.resolve("config/environments/demo/people.csv").toString(),
                "trunkline.secrets.dir", secrets().toString());
    }

    /** Micro unpacks itself here at each start, a hundred megabytes; what a killed one left is taken away by the next. */
    private Path temporary() {
        return Directories.emptied(data.resolve("tmp"));
    }

    /** One file for each secret; what the simulators know as good is written here so that no file of the sources holds one. */
    public Path secrets() {
        try {
            Path directory = Files.createDirectories(data.resolve("secrets"));
            Files.writeString(directory.resolve("demo-agent"), "secret");
            for (String agent : DEMO_AGENTS) {
                Files.writeString(directory.resolve("demo-genesys-" + agent), "refresh-" + agent);
                Files.writeString(directory.resolve("demo-webexcc-" + agent), "refresh-" + agent);
            }
            return directory;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The client's own time-out ends where the body begins, and an answer that stops half-way is none. */
    static boolean answers(String address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
            return HTTP.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                            .get(LONGEST_ANSWER_SECONDS, TimeUnit.SECONDS)
                            .statusCode()
                    == 200;
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LaunchException("stopped while starting", stopped);
        }
    }
}
