package dev.trunkline.benchmark.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.Logger;

/** All connections of a program, and the one thread that reads them. */
public final class Sockets implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Sockets.class.getName());
    private static final int BUFFER = 1 << 20;

    private final Selector selector;
    private final Queue<Connection> coming = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::read, "sockets");
    private volatile boolean closed;

    public Sockets() {
        try {
            selector = Selector.open();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        thread.setDaemon(true);
        thread.start();
    }

    /** Opens a WebSocket; blocks until the hands are shaken. @param address for example {@code ws://localhost:8080/events} */
    public Connection open(URI address, Map<String, String> headers, Hearer hearer) {
        try {
            Connection connection = Connection.to(address, headers, hearer);
            coming.add(connection);
            selector.wakeup();
            return connection;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        while (!closed) {
            try {
                selector.select(key -> ((Connection) key.attachment()).readInto(buffer));
                register();
            } catch (IOException | RuntimeException fault) {
                LOG.log(Level.WARNING, "Reading the sockets stumbled", fault);
            }
        }
    }

    private void register() {
        for (Connection next = coming.poll(); next != null; next = coming.poll()) {
            try {
                next.channel().register(selector, SelectionKey.OP_READ, next);
            } catch (ClosedChannelException gone) {
                LOG.log(Level.FINE, "Closed before it was read", gone);
            }
        }
    }

    /** Its connections are closed by whoever opened them. */
    @Override
    public void close() {
        closed = true;
        try {
            selector.close();
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
    }
}
