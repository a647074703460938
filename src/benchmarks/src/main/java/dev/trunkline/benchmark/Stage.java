package dev.trunkline.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.benchmark.client.Connection;
import dev.trunkline.benchmark.client.Hearer;
import dev.trunkline.benchmark.client.Sockets;
import dev.trunkline.benchmark.measure.ProcessGauge;
import dev.trunkline.benchmark.platform.Platform;
import dev.trunkline.system.Child;
import dev.trunkline.system.Installation;
import dev.trunkline.system.Jvm;
import dev.trunkline.system.Ports;
import dev.trunkline.system.load.AgentClient;
import dev.trunkline.system.load.Controls;
import dev.trunkline.system.load.Issuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A simulated platform and the gateway, each in a process of its own, and the agents who work there: each has one call that is up and
 * one WebSocket. More come when more are asked for.
 */
final class Stage implements AutoCloseable {
    /** At work all the time. */
    static final int MOST = 2_000;
    /** Besides them, for dialling: nobody of them is signed in until {@link #seat}. */
    static final int SPARE = 80;

    static final Jvm SERVER = Jvm.forLoad("2g");

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int AT_ONCE = 8;
    private static final int FIRST_EXTENSION = 20_001;
    private static final int FIRST_NUMBER = 2_000;
    private static final int ACCEPTED = 202;

    private final Platform platform;
    private final Installation installation;
    private final HttpClient http = AgentClient.http();
    private final Controls controls;
    private final Issuer issuer;
    private final Sockets sockets = new Sockets();
    private final Audience audience = new Audience();
    private final List<Seat> working = new ArrayList<>();
    private final List<Connection> lines = new ArrayList<>();
    private final Child simulators;
    private Child gateway;
    private final double startSeconds;

    private Stage(Platform platform, Path root, Path data, Map<String, String> settings) {
        this.platform = platform;
        installation = new Installation(root, data, Ports.free());
        issuer = Issuer.create(data.resolve("keys.json"));
        controls = new Controls(http, installation.controlUrl(), platform.vendor());
        List<String> options = new ArrayList<>(List.of("--agents", String.valueOf(MOST + SPARE)));
        options.addAll(platform.simulator());
        simulators = installation.launchSimulators(SERVER, options.toArray(String[]::new));
        awaited(() -> installation.awaitSimulators(simulators));
        Map<String, String> all = new HashMap<>(issuer.settings());
        all.putAll(platform.gateway(controls.described()));
        all.put("trunkline.dial.requireState", "any");
        all.putAll(settings);
        long begun = System.nanoTime();
        gateway = installation.launchGatewayForLoad(SERVER, all);
        awaited(() -> installation.awaitGateway(gateway));
        startSeconds = (System.nanoTime() - begun) / 1e9;
    }

    /** If something does not start, nothing stays. */
    private void awaited(Runnable waiting) {
        try {
            waiting.run();
        } catch (RuntimeException failed) {
            Optional.ofNullable(gateway).ifPresent(Child::close);
            simulators.close();
            sockets.close();
            throw failed;
        }
    }

    /** With an empty database. @param name of the directory @param more settings of the gateway */
    static Stage open(Settings settings, Platform platform, String name, Map<String, String> more) {
        try {
            Files.createDirectories(settings.target());
            return new Stage(platform, settings.root(), Files.createTempDirectory(settings.target(), name), more);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Platform platform() {
        return platform;
    }

    Installation installation() {
        return installation;
    }

    Controls controls() {
        return controls;
    }

    Audience audience() {
        return audience;
    }

    double startSeconds() {
        return startSeconds;
    }

    ProcessGauge server() {
        return new ProcessGauge(gateway.pid());
    }

    Watch watch() {
        return new Watch(
                audience,
                server(),
                List.of(
                        new ProcessGauge(simulators.pid()),
                        new ProcessGauge(ProcessHandle.current().pid())));
    }

    /** Changes of the calls that are up. */
    Source changes() {
        return (perSecond, lasting) -> controls.fault("{\"kind\":\"change-burst\",\"perSecond\":" + perSecond
                + ",\"seconds\":" + lasting.toMillis() / 1e3 + "}");
    }

    /** The agent of that number, from 0; not signed in. */
    Seat seat(int index) {
        String name = "agent%04d".formatted(index + 1);
        String token = issuer.token(name, "agent");
        return new Seat(
                name,
                String.valueOf(FIRST_EXTENSION + index),
                token,
                new AgentClient(http, installation.url(), name, token),
                platform);
    }

    /** Applications of agents that work without the gateway. */
    Platform.Desktops desktops() {
        return platform.desktops(installation, controls.described());
    }

    /** Until so many are at work. @return all of them */
    List<Seat> work(int count) {
        int before = working.size();
        List<Seat> more =
                atOnce(IntStream.range(before, Math.max(before, count)).boxed().toList(), this::bring);
        working.addAll(more);
        Await.until(count + " calls that are up", LONGEST, () -> up() >= working.size());
        more.forEach(seat -> lines.add(listen(seat)));
        return List.copyOf(working);
    }

    private Seat bring(int index) {
        Seat seat = seat(index).signIn();
        HttpResponse<String> answer = seat.dial("312555" + (FIRST_NUMBER + index));
        if (answer.statusCode() != ACCEPTED) {
            throw new BenchmarkException("a dial of " + seat.name() + ": " + answer.body());
        }
        return seat;
    }

    private long up() {
        long up = 0;
        for (JsonNode call : controls.books()) {
            up += call.path("state").asText().equals(platform.up()) ? 1 : 0;
        }
        return up;
    }

    /** One more listener of this agent, of whom the audience is told. */
    Connection listen(Seat seat) {
        return listen(seat, audience);
    }

    Connection listen(Seat seat, Hearer hearer) {
        URI address = URI.create(installation.url().replace("http:", "ws:") + "events?profile=extended");
        return sockets.open(address, Map.of("Authorization", "Bearer " + seat.token()), hearer);
    }

    /** Fails if sessions were ended by the gateway. */
    void mustBeWhole() {
        long lost = lines.stream().filter(line -> !line.isOpen()).count();
        if (lost > 0) {
            throw new BenchmarkException(lost + " sessions were closed by the gateway");
        }
    }

    /** The same for many, a few at a time. */
    static <A, B> List<B> atOnce(List<A> many, Function<A, B> work) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<B>> begun = many.stream()
                    .map(one -> threads.submit(() -> work.apply(one)))
                    .toList();
            List<B> done = new ArrayList<>();
            for (Future<B> one : begun) {
                done.add(one.get(LONGEST.toSeconds(), TimeUnit.SECONDS));
            }
            return done;
        } catch (ExecutionException failed) {
            throw new BenchmarkException(String.valueOf(failed.getCause().getMessage()), failed.getCause());
        } catch (TimeoutException stuck) {
            throw new BenchmarkException("stuck", stuck);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("stopped", stopped);
        } finally {
            threads.shutdownNow();
        }
    }

    @Override
    public void close() {
        lines.forEach(Connection::close);
        gateway.close();
        simulators.close();
        sockets.close();
    }
}
