package dev.trunkline.vendor.five9;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trunkline.model.AgentKey;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Credential;
import dev.trunkline.model.Dial;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Order;
import dev.trunkline.port.EventStream;
import dev.trunkline.port.JsonParts;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.Told;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.stream.Workers;
import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A simulated Five9, our service wired to it, and as many agents as tests want: each test takes one of its own. */
final class Five9Site implements AutoCloseable {
    static final String CUSTOMER = "3125550142";
    /** Of the simulated tenant, by name. */
    static final String CAMPAIGN = "Outbound Sales";

    static final String WRAP_UP = "Call back later";

    private static final int AGENTS = 120;
    private static final int FIRST_EXTENSION = 20_000;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final Simulators simulators;
    private final Path certificate;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<Runnable> closing = new ArrayList<>();
    private final AtomicInteger agents = new AtomicInteger();

    /** One agent at work: his session, and what his stream told. */
    record Desk(AgentSession agent, Told told, EventStream stream) {}

    private Five9Site(Map<String, String> rules) {
        certificate = temporaryFile();
        Options options = Options.onAnyPorts()
                .withAgents(AGENTS)
                .withCertificateFile(certificate)
                .with("five9.ring", "150ms")
                .with("five9.busy", "150ms")
                .with("five9.noAnswer", "800ms")
                .with("five9.shortCall", "300ms")
                .with("five9.slowAnswer", "1s")
                .with("five9.streamCut", "1s");
        for (Map.Entry<String, String> rule : rules.entrySet()) {
            options = options.with("five9." + rule.getKey(), rule.getValue());
        }
        simulators = Simulators.start(options);
    }

    static Five9Site open() {
        return new Five9Site(Map.of());
    }

    static Five9Site open(Map<String, String> rules) {
        return new Five9Site(rules);
    }

    // ---- the simulator from outside, by its control plane

    JsonObject described() {
        return JsonParts.object(ask("GET", "/platforms/five9", ""));
    }

    /** Of {@code login}, {@code atlanta} or {@code santaClara}. */
    String address(String host) {
        return JsonParts.text(JsonParts.child(described(), "addresses"), host);
    }

    /** Of {@link #CAMPAIGN}. */
    String campaignId() {
        return JsonParts.objects(described(), "campaigns")
                .filter(campaign -> JsonParts.text(campaign, "name").equals(CAMPAIGN))
                .map(campaign -> JsonParts.text(campaign, "id"))
                .findFirst()
                .orElseThrow();
    }

    /** At which data centre this agent's socket is; {@code ""} while he has none. */
    String server(AgentSession agent) {
        return JsonParts.objects(
                        JsonParts.object("{\"all\":" + ask("GET", "/platforms/five9/sessions", "") + "}"), "all")
                .filter(session ->
                        JsonParts.text(session, "agent").equals(agent.key().agent()))
                .map(session -> JsonParts.text(session, "server"))
                .findFirst()
                .orElse("");
    }

    /** The agent's own desktop, which is not ours. */
    Five9Desktop desktop(AgentSession agent) {
        return new Five9Desktop(simulators.identity().clientContext(), address("login"), agent);
    }

    /** How often it was asked for what. */
    long requests(String what) {
        return JsonParts.number(JsonParts.object(ask("GET", "/platforms/five9/requests", "")), what);
    }

    void fault(String kind, AgentSession agent, String more) {
        String rest = more.isEmpty() ? "" : "," + more;
        ask(
                "POST",
                "/platforms/five9/faults",
                "{\"kind\":\"" + kind + "\",\"agent\":\"" + agent.key().agent() + "\"" + rest + "}");
    }

    void farEnd(String call, String action) {
        ask("POST", "/platforms/five9/calls/" + call + "/far-end", "{\"action\":\"" + action + "\"}");
    }

    /** How many calls the platform really made for this agent to that number. */
    long callsTo(AgentSession agent, String number) {
        String books = "{\"calls\":" + ask("GET", "/calls", "") + "}";
        return JsonParts.objects(JsonParts.object(books), "calls")
                .filter(call -> JsonParts.text(call, "agent").equals(agent.key().agent()))
                .filter(call -> JsonParts.text(call, "number").contains(number))
                .count();
    }

    private String ask(String method, String path, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(simulators.controlUrl() + path))
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    // ---- our side

    Five9Service service(Map<String, String> others) {
        Map<String, String> values = new HashMap<>(Map.ofEntries(
                Map.entry("url", address("login")),
                Map.entry("trustStore", certificate.toString()),
                Map.entry("allowedHosts", "localhost"),
                Map.entry("mode", "OWN"),
                Map.entry("defaultCampaign", CAMPAIGN),
                Map.entry("defaultWrapup", WRAP_UP),
                Map.entry("readTimeout", "3s"),
                Map.entry("pingInterval", "300ms"),
                Map.entry("pongWithin", "3s"),
                Map.entry("silentAfter", "1s"),
                Map.entry("watchInterval", "500ms"),
                Map.entry("noAnswerAfter", "500ms"),
                Map.entry("dialLook", "500ms"),
                Map.entry("spreadTime", "5s"),
                Map.entry("spreadPause", "200ms"),
                Map.entry("moveAfter", "1s"),
                Map.entry("backoffFirst", "100ms"),
                Map.entry("backoffLongest", "400ms")));
        values.putAll(others);
        Map<String, String> all = new HashMap<>();
        values.forEach((name, value) -> all.put(Five9Settings.PREFIX + name, value));
        Five9Service service = new Five9Service();
        service.client = new Five9Client(Five9SettingsTest.settings(all));
        service.seats = new Five9Seats();
        service.timer = timer;
        service.turns = new Workers();
        service.workers = workers;
        closing.add(service.client::close);
        return service;
    }

    AgentSession agent() {
        int number = agents.incrementAndGet();
        return agent("agent%04d".formatted(number), Integer.toString(FIRST_EXTENSION + number), "secret");
    }

    static AgentSession agent(String name, String extension, String credential) {
        AgentKey key = new AgentKey(AgentKey.DEFAULT_TENANT, name);
        return new AgentSession(key, Five9Service.VENDOR, name, extension, "", new Credential(credential));
    }

    /** An agent whose stream has been opened. */
    Desk opening(Five9Service service, AgentSession agent) {
        return opening(service, agent, new Told());
    }

    Desk opening(Five9Service service, AgentSession agent, Told told) {
        ExecutorService lane = Executors.newSingleThreadExecutor();
        EventStream stream = service.stream(agent, lane, told);
        closing.add(0, lane::shutdown);
        closing.add(0, stream::close);
        stream.open();
        return new Desk(agent, told, stream);
    }

    /** An agent who is signed in, whose events are trusted, and who is Ready. */
    Desk ready(Five9Service service) {
        Desk desk = opening(service, agent());
        desk.told().untilLink(StreamState.UP, 1);
        service.login(desk.agent(), order("", Map.of()));
        desk.told().untilAgent(AgentState.NOT_READY);
        service.setReady(desk.agent(), order("", Map.of()));
        desk.told().untilAgent(AgentState.READY);
        return desk;
    }

    /** A talk with a customer, which the gateway holds open. */
    static CallSnapshot talking(Five9Service service, Desk desk) {
        service.dial(desk.agent(), dial(CUSTOMER));
        CallSnapshot call = desk.told().untilAny(now -> is(now, LifeCycle.CONNECTED));
        desk.told().open = Set.of(call.id());
        return call;
    }

    static boolean is(CallSnapshot call, LifeCycle cycle) {
        return call.lifeCycle().equals(Optional.of(cycle));
    }

    static Order on(CallSnapshot call) {
        return order(call.id(), Map.of());
    }

    static Order on(CallSnapshot call, CallSnapshot other) {
        return new Order("m-" + UUID.randomUUID(), call.id(), other.id(), Map.of());
    }

    static VendorException refusal(ThrowingCallable use) {
        VendorException refused = catchThrowableOfType(VendorException.class, use);
        assertThat(refused).isNotNull();
        return refused;
    }

    static Order order(String callId, Map<String, Object> data) {
        return new Order("m-" + UUID.randomUUID(), callId, "", data);
    }

    static Dial dial(String number) {
        return new Dial("m-" + UUID.randomUUID(), number, Map.of(), Map.of());
    }

    private static Path temporaryFile() {
        try {
            Path file = Files.createTempFile("five9", ".pem");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
        simulators.close();
        timer.shutdownNow();
        workers.shutdown();
    }
}
