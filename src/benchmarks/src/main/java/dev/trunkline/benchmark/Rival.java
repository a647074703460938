package dev.trunkline.benchmark;

import dev.trunkline.benchmark.client.Connection;
import dev.trunkline.benchmark.client.Sockets;
import dev.trunkline.benchmark.comparator.CometdServer;
import dev.trunkline.benchmark.comparator.NettyRelay;
import dev.trunkline.benchmark.measure.ProcessGauge;
import dev.trunkline.system.Child;
import dev.trunkline.system.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A comparator in a process of its own, with its sessions and its feed. */
final class Rival implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final Child process;
    private final Sockets sockets = new Sockets();
    private final Audience audience = new Audience();
    private final List<Connection> lines = new ArrayList<>();
    private final Feed feed;

    private Rival(Path log, Class<?> program, Shape shape) {
        Ports ports = Ports.free();
        List<String> command = new ArrayList<>(List.of(Child.java()));
        command.addAll(Stage.SERVER.options());
        command.addAll(List.of(
                "-classpath",
                System.getProperty("java.class.path"),
                program.getName(),
                String.valueOf(ports.http()),
                String.valueOf(ports.control())));
        process = Child.start(program.getSimpleName(), log, command);
        process.awaitReady(() -> listens(ports.http()) && listens(ports.control()), LONGEST_START);
        for (int i = 0; i < shape.sessions; i++) {
            lines.add(open(program, ports.http(), i));
        }
        feed = new Feed(ports.control(), shape.frame, shape.sessions);
    }

    /** @param frame what is pushed */
    record Shape(int sessions, byte[] frame) {}

    static Rival relay(Path log, Shape shape) {
        return new Rival(log, NettyRelay.class, shape);
    }

    static Rival cometd(Path log, Shape shape) {
        return new Rival(log, CometdServer.class, shape);
    }

    private Connection open(Class<?> program, int port, int number) {
        String base = "ws://localhost:" + port;
        return program == CometdServer.class
                ? BayeuxSession.open(sockets, URI.create(base + "/cometd"), number, audience)
                : sockets.open(URI.create(base + "/events?session=" + number), Map.of(), audience);
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    Feed feed() {
        return feed;
    }

    Audience audience() {
        return audience;
    }

    Watch watch() {
        return new Watch(
                audience,
                new ProcessGauge(process.pid()),
                List.of(new ProcessGauge(ProcessHandle.current().pid())));
    }

    @Override
    public void close() {
        feed.close();
        lines.forEach(Connection::close);
        process.close();
        sockets.close();
    }
}
