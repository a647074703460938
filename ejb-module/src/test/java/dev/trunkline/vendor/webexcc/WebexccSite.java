package dev.trunkline.vendor.webexcc;

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

/** A simulated Webex Contact Center, our service wired to it, and as many agents as tests want: each test takes one of its own. */
final class WebexccSite implements AutoCloseable {
    static final String CUSTOMER = "+13125550142";
    static final String WRAP_UP = "Call back later";

    private static final int AGENTS = 60;
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

    private WebexccSite(Map<String, String> rules) {
        certificate = temporaryFile();
        Options options = Options.onAnyPorts()
                .withAgents(AGENTS)
                .withCertificateFile(certificate)
                .with("webexcc.agentLeg", "50ms")
                .with("webexcc.ring", "150ms")
                .with("webexcc.busy", "150ms")
                .with("webexcc.noAnswer", "800ms")
                .with("webexcc.shortCall", "300ms")
                .with("webexcc.slowAnswer", "1s")
                .with("webexcc.streamCut", "1s")
                .with("webexcc.rate", "0");
        for (Map.Entry<String, String> rule : rules.entrySet()) {
            options = options.with("webexcc." + rule.getKey(), rule.getValue());
        }
        simulators = Simulators.start(options);
    }

    static WebexccSite open() {
        return new WebexccSite(Map.of());
    }

    static WebexccSite open(Map<String, String> rules) {
        return new WebexccSite(rules);
    }

    // ---- the simulator from outside, by its control plane

    JsonObject described() {
        return JsonParts.object(ask("GET", "/platforms/webexcc", ""));
    }

    /** How often it was asked for what. */
    long requests(String what) {
        return JsonParts.number(JsonParts.object(ask("GET", "/platforms/webexcc/requests", "")), what);
    }

    /** Sockets that this agent has open now. */
    long sockets(AgentSession agent) {
        String sessions = "{\"all\":" + ask("GET", "/platforms/webexcc/sessions", "") + "}";
        return JsonParts.objects(JsonParts.object(sessions), "all")
                .filter(session ->
                        JsonParts.text(session, "agent").equals(agent.key().agent()))
                .count();
    }

    void fault(String kind, AgentSession agent, String more) {
        String rest = more.isEmpty() ? "" : "," + more;
        ask(
                "POST",
                "/platforms/webexcc/faults",
                "{\"kind\":\"" + kind + "\",\"agent\":\"" + agent.key().agent() + "\"" + rest + "}");
    }

    void farEnd(String call, String action) {
        ask("POST", "/platforms/webexcc/calls/" + call + "/far-end", "{\"action\":\"" + action + "\"}");
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

    WebexccSettings settings(Map<String, String> others) {
        JsonObject described = described();
        String url = described.getJsonObject("addresses").getString("api");
        Map<String, String> values = new HashMap<>(Map.ofEntries(
                Map.entry("apiUrl", url),
                Map.entry("loginUrl", url + "/v1"),
                Map.entry("clientId", described.getString("clientId")),
                Map.entry("clientSecret", described.getString("clientSecret")),
                Map.entry("trustStore", certificate.toString()),
                Map.entry("defaultWrapup", WRAP_UP),
                Map.entry("wrapUpAfter", "0s"),
                Map.entry("requestsPerMinute", "100000"),
                Map.entry("readTimeout", "3s"),
                Map.entry("keepAlive", "300ms"),
                Map.entry("silentAfter", "3s"),
                Map.entry("watchAfter", "1s"),
                Map.entry("welcomeWithin", "3s"),
                Map.entry("eventWithin", "3s"),
                Map.entry("backoffFirst", "100ms"),
                Map.entry("backoffLongest", "400ms")));
        values.putAll(others);
        Map<String, String> all = new HashMap<>();
        values.forEach((name, value) -> all.put(WebexccSettings.PREFIX + name, value));
        return WebexccSettings.read(key -> Optional.ofNullable(all.get(key)));
    }

    WebexccService service(Map<String, String> others) {
        WebexccService service = new WebexccService();
        service.client = new WebexccClient(settings(others));
        service.seats = new WebexccSeats();
        service.timer = timer;
        service.turns = new Workers();
        service.workers = workers;
        return service;
    }

    AgentSession agent() {
        int number = agents.incrementAndGet();
        String name = "agent%04d".formatted(number);
        return agent(name, Integer.toString(FIRST_EXTENSION + number), "refresh-" + name);
    }

    static AgentSession agent(String name, String extension, String credential) {
        AgentKey key = new AgentKey(AgentKey.DEFAULT_TENANT, name);
        return new AgentSession(
                key, WebexccService.VENDOR, name + "@example.com", extension, "", new Credential(credential));
    }

    /** An agent whose stream has been opened. */
    Desk opening(WebexccService service, AgentSession agent) {
        Told told = new Told();
        ExecutorService lane = Executors.newSingleThreadExecutor();
        EventStream stream = service.stream(agent, lane, told);
        closing.add(stream::close);
        closing.add(lane::shutdown);
        stream.open();
        return new Desk(agent, told, stream);
    }

    /** An agent who is signed in, whose events are trusted, and who is Ready. */
    Desk ready(WebexccService service) {
        Desk desk = opening(service, agent());
        desk.told().untilLink(StreamState.UP, 1);
        service.login(desk.agent(), order("", Map.of()));
        service.setReady(desk.agent(), order("", Map.of()));
        desk.told().untilAgent(AgentState.READY);
        return desk;
    }

    /** A talk with a customer, which the gateway holds open. */
    static CallSnapshot talking(WebexccService service, Desk desk) {
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
            Path file = Files.createTempFile("webexcc", ".pem");
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
