package dev.trunkline.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.benchmark.client.Connection;
import dev.trunkline.benchmark.client.Sockets;
import dev.trunkline.benchmark.measure.ProcessGauge;
import dev.trunkline.system.Child;
import dev.trunkline.system.Installation;
import dev.trunkline.system.Jvm;
import dev.trunkline.system.Ports;
import dev.trunkline.system.load.AgentClient;
import dev.trunkline.system.load.Controls;
import dev.trunkline.system.load.Issuer;
import dev.trunkline.system.load.Workforce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
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
 * The simulated platform and the gateway, each in a process of its own, and the agents who work there: each has one call that is up and
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

    private Stage(Path root, Path data, Map<String, String> settings) {
        installation = new Installation(root, data, Ports.free());
        issuer = Issuer.create(data.resolve("keys.json"));
        controls = new Controls(http, installation.controlUrl());
        Map<String, String> all = new HashMap<>(issuer.settings());
        Path logins = new Workforce(MOST + SPARE).writeLogins(data.resolve("agents.csv"));
        all.put("trunkline.agents.file", logins.toString());
        all.put("trunkline.finesse.defaultWrapup", "Call back later");
        all.put("trunkline.dial.requireState", "any");
        all.putAll(settings);
        simulators = installation.launchSimulators(
                SERVER, "--agents", String.valueOf(MOST + SPARE), "--finesse.busyClear=50ms", "--finesse.wrapUp=50ms");
        awaited(() -> installation.awaitSimulators(simulators));
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

    /** With an empty database. @param name of the directory @param settings beyond the usual ones */
    static Stage open(Settings settings, String name, Map<String, String> more) {
        try {
            Files.createDirectories(settings.target());
            return new Stage(settings.root(), Files.createTempDirectory(settings.target(), name), more);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Installation installation() {
        return installation;
    }

    HttpClient http() {
        return http;
    }

    Controls controls() {
        return controls;
    }

    Sockets sockets() {
        return sockets;
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
                new AgentClient(http, installation.url(), name, token));
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
        seat.dial("312555" + (FIRST_NUMBER + index));
        return seat;
    }

    private long up() {
        long up = 0;
        for (JsonNode call : controls.books()) {
            up += call.path("state").asText().equals("ACTIVE") ? 1 : 0;
        }
        return up;
    }

    /** One more listener of this agent. */
    Connection listen(Seat seat) {
        URI address = URI.create(installation.url().replace("http:", "ws:") + "events?profile=extended");
        return sockets.open(address, Map.of("Authorization", "Bearer " + seat.token()), audience);
    }

    /** How many sessions have been ended by the gateway, which it should not. */
    long lost() {
        return lines.stream().filter(line -> !line.isOpen()).count();
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

    /** Ends the gateway in order, so that its database is closed. */
    void stopGateway() {
        gateway.close();
    }

    @Override
    public void close() {
        lines.forEach(Connection::close);
        gateway.close();
        simulators.close();
        sockets.close();
    }
}
