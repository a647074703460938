package dev.trunkline.benchmark.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** One WebSocket connection. What comes is told on the thread of all; what is said goes out on the thread of who says it. */
public final class Connection implements AutoCloseable {
    private static final String KEY = "dHJ1bmtsaW5lLWJlbmNobQ==";
    private static final String HEAD_END = "\r\n\r\n";
    private static final int LONGEST_HEAD = 65_536;
    private static final int TEXT = 0x81;
    private static final int PONG = 0x8a;
    private static final int MASKED = 0x80;
    private static final int SHORT_LENGTH = 126;
    private static final long MILLION = 1_000_000;
    private static final int MICRO = 1_000;
    private static final long MOMENT = 50_000;

    private final SocketChannel channel;
    private final Hearer hearer;
    private final FrameReader frames = new FrameReader(this);
    private volatile boolean open = true;
    private volatile int closeCode = -1;

    private Connection(SocketChannel channel, Hearer hearer) {
        this.channel = channel;
        this.hearer = hearer;
    }

    /** Connects and shakes hands; blocks until that is done. */
    static Connection to(URI address, Map<String, String> headers, Hearer hearer) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(address.getHost(), address.getPort()));
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            Connection connection = new Connection(channel, hearer);
            connection.shakeHands(address, headers);
            channel.configureBlocking(false);
            return connection;
        } catch (IOException | RuntimeException refused) {
            channel.close();
            throw refused;
        }
    }

    private void shakeHands(URI address, Map<String, String> headers) throws IOException {
        StringBuilder request = new StringBuilder("GET " + address.getRawPath()
                + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()) + " HTTP/1.1\r\nHost: "
                + address.getAuthority() + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                + "\r\nSec-WebSocket-Key: " + KEY);
        headers.forEach((name, value) ->
                request.append("\r\n").append(name).append(": ").append(value));
        channel.write(ByteBuffer.wrap(request.append(HEAD_END).toString().getBytes(StandardCharsets.ISO_8859_1)));
        ByteBuffer answer = ByteBuffer.allocate(LONGEST_HEAD);
        int end = -1;
        while (end < 0) {
            if (channel.read(answer) < 0) {
                throw new IOException(address + " was closed during the handshake");
            }
            end = head(answer).indexOf(HEAD_END);
        }
        String head = head(answer).substring(0, end);
        if (!head.startsWith("HTTP/1.1 101")) {
            throw new IOException(
                    address + " answered " + head.lines().findFirst().orElse(""));
        }
        answer.flip().position(end + HEAD_END.length());
        frames.read(answer, nowMicros());
    }

    private static String head(ByteBuffer answer) {
        return new String(answer.array(), 0, answer.position(), StandardCharsets.ISO_8859_1);
    }

    /** The clock that all processes of this machine share, in microseconds since 1970. */
    public static long nowMicros() {
        Instant now = Instant.now();
        return now.getEpochSecond() * MILLION + now.getNano() / MICRO;
    }

    SocketChannel channel() {
        return channel;
    }

    Hearer hearer() {
        return hearer;
    }

    /** On the thread of all connections. @param buffer for everybody's use */
    void readInto(ByteBuffer buffer) {
        try {
            frames.restInto(buffer);
            if (channel.read(buffer) < 0) {
                close();
                return;
            }
            frames.read(buffer.flip(), nowMicros());
        } catch (IOException lost) {
            close();
        }
    }

    public void say(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(TEXT, bytes, 0, bytes.length);
    }

    void pong(byte[] bytes, int from, int length) {
        write(PONG, bytes, from, length);
    }

    /** A frame, masked with zeros, which leave it as it is. */
    private synchronized void write(int first, byte[] bytes, int from, int length) {
        ByteBuffer frame = ByteBuffer.allocate(length + 8).put((byte) first);
        if (length < SHORT_LENGTH) {
            frame.put((byte) (MASKED | length));
        } else {
            frame.put((byte) (MASKED | SHORT_LENGTH)).putShort((short) length);
        }
        frame.putInt(0).put(bytes, from, length).flip();
        try {
            while (frame.hasRemaining()) {
                if (channel.write(frame) == 0) {
                    LockSupport.parkNanos(MOMENT);
                }
            }
        } catch (IOException lost) {
            close();
        }
    }

    void closedBy(int code) {
        closeCode = code;
        close();
    }

    public boolean isOpen() {
        return open;
    }

    /** The code with which the server closed it; -1 if it did not. */
    public int closeCode() {
        return closeCode;
    }

    @Override
    public void close() {
        open = false;
        try {
            channel.close();
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
    }
}
