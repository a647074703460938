package dev.trunkline.vendor.finesse;

import dev.trunkline.model.AgentKey;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.Credential;
import dev.trunkline.model.Dial;
import dev.trunkline.model.Order;
import dev.trunkline.port.EventStream;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.Told;
import dev.trunkline.port.stream.Workers;
import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;
import dev.trunkline.simulator.finesse.Finesse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/** A simulated Finesse, our service wired to it, and as many agents as tests want: each test takes one of its own. */
final class FinesseSite implements AutoCloseable {
    private static final int AGENTS = 60;
    private static final int FIRST_EXTENSION = 20_000;

    final Simulators simulators;
    private final Path certificate;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<Runnable> closing = new ArrayList<>();
    private final AtomicInteger agents = new AtomicInteger();

    /** One agent at work: his session, and what his stream told. */
    record Desk(AgentSession agent, Told told, EventStream stream) {}

    private FinesseSite(Options base, Map<String, String> rules) {
        certificate = temporaryFile();
        Options options = base.withAgents(AGENTS)
                .withCertificateFile(certificate)
                .with("finesse.ring", "100ms")
                .with("finesse.busyClear", "200ms");
        for (Map.Entry<String, String> rule : rules.entrySet()) {
            options = options.with("finesse." + rule.getKey(), rule.getValue());
        }
        simulators = Simulators.start(options);
    }

    static FinesseSite open() {
        return new FinesseSite(Options.onAnyPorts(), Map.of());
    }

    /** The other node: whoever trusts the one trusts it too. */
    static FinesseSite openBeside(FinesseSite first) {
        return new FinesseSite(Options.onAnyPorts().withIdentity(first.simulators.identity()), Map.of());
    }

    static FinesseSite open(String rule, String value) {
        return new FinesseSite(Options.onAnyPorts(), Map.of(rule, value));
    }

    static FinesseSite open(Map<String, String> rules) {
        return new FinesseSite(Options.onAnyPorts(), rules);
    }

    Finesse finesse() {
        return simulators.finesse();
    }

    FinesseSettings settings(Map<String, String> others) {
        Map<String, String> values = new HashMap<>(Map.of(
                "trunkline.finesse.url", finesse().restUrl(),
                "trunkline.finesse.trustStore", certificate.toString(),
                "trunkline.finesse.readTimeout", "3s",
                "trunkline.finesse.pingInterval", "1s",
                "trunkline.finesse.backoffFirst", "100ms",
                "trunkline.finesse.backoffLongest", "400ms"));
        others.forEach((name, value) -> values.put(FinesseSettings.PREFIX + name, value));
        return FinesseSettingsTest.settings(values);
    }

    FinesseService service(Map<String, String> others) {
        FinesseService service = new FinesseService();
        service.client = new FinesseClient(settings(others));
        service.seats = new FinesseSeats();
        service.timer = timer;
        service.turns = new Workers();
        service.workers = workers;
        return service;
    }

    AgentSession agent() {
        int number = agents.incrementAndGet();
        return agent("agent%04d".formatted(number), Integer.toString(FIRST_EXTENSION + number), "secret");
    }

    static AgentSession agent(String name, String extension, String password) {
        AgentKey key = new AgentKey(AgentKey.DEFAULT_TENANT, name);
        return new AgentSession(key, FinesseService.VENDOR, name, extension, "", new Credential(password));
    }

    /** An agent whose stream has been opened. */
    Desk opening(FinesseService service, AgentSession agent) {
        Told told = new Told();
        ExecutorService lane = Executors.newSingleThreadExecutor();
        EventStream stream = service.stream(agent, lane, told);
        closing.add(stream::close);
        closing.add(lane::shutdown);
        stream.open();
        return new Desk(agent, told, stream);
    }

    /** An agent who is signed in and whose events are trusted. */
    Desk signedIn(FinesseService service) {
        Desk desk = opening(service, agent());
        desk.told().untilLink(StreamState.UP, 1);
        service.login(desk.agent(), order());
        desk.told().untilAgent(AgentState.NOT_READY);
        return desk;
    }

    static Order order() {
        return order("", Map.of());
    }

    static Order order(String callId, Map<String, Object> data) {
        return new Order(UUID.randomUUID().toString(), callId, "", data);
    }

    static Dial dial(String number) {
        return new Dial(UUID.randomUUID().toString(), number, Map.of(), Map.of());
    }

    private static Path temporaryFile() {
        try {
            Path file = Files.createTempFile("finesse", ".pem");
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
