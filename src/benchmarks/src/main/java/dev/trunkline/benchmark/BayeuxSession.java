package dev.trunkline.benchmark;

import dev.trunkline.benchmark.client.Connection;
import dev.trunkline.benchmark.client.Hearer;
import dev.trunkline.benchmark.client.Sockets;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of the Bayeux protocol as it takes to be pushed to: handshake, then one {@code /meta/connect} after the other. */
final class BayeuxSession implements Hearer {
    private static final Pattern CLIENT = Pattern.compile("\"clientId\":\"([^\"]+)\"");
    /** What the protocol itself says is shorter, and events are longer. */
    private static final int SHORT = 512;

    private static final long LONGEST_SECONDS = 30;

    private final Hearer hearer;
    private final CountDownLatch connected = new CountDownLatch(1);
    private volatile Connection connection;
    private volatile String client = "";

    private BayeuxSession(Hearer hearer) {
        this.hearer = hearer;
    }

    static Connection open(Sockets sockets, URI address, int number, Hearer hearer) {
        BayeuxSession session = new BayeuxSession(hearer);
        session.connection = sockets.open(address, Map.of(), session);
        session.connection.say("[{\"channel\":\"/meta/handshake\",\"id\":\"1\",\"version\":\"1.0\","
                + "\"supportedConnectionTypes\":[\"websocket\"],\"ext\":{\"session\":" + number + "}}]");
        session.awaitConnected();
        return session.connection;
    }

    private void awaitConnected() {
        try {
            if (!connected.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new BenchmarkException("CometD did not take a session");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("stopped", stopped);
        }
    }

    @Override
    public void heard(byte[] bytes, int from, int length, long nowMicros) {
        if (length > SHORT) {
            hearer.heard(bytes, from, length, nowMicros);
            return;
        }
        String said = new String(bytes, from, length, StandardCharsets.UTF_8);
        if (said.contains("\"/meta/handshake\"")) {
            Matcher found = CLIENT.matcher(said);
            client = found.find() ? found.group(1) : "";
            connect();
        } else if (said.contains("\"/meta/connect\"")) {
            connected.countDown();
            connect();
        }
    }

    private void connect() {
        connection.say("[{\"channel\":\"/meta/connect\",\"id\":\"2\",\"connectionType\":\"websocket\",\"clientId\":\""
                + client + "\"}]");
    }
}
