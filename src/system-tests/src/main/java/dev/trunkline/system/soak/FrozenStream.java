package dev.trunkline.system.soak;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A reader of server-sent events who asks, gets the head of the answer, and reads no further; his buffer is small, so that it shows soon. */
final class FrozenStream implements AutoCloseable {
    private static final int SMALL = 4_096;
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int HEXADECIMAL = 16;

    private final Socket socket;
    private final DataInputStream in;

    /** What came after all. @param closed whether the other side had closed it */
    record Read(List<Long> numbers, boolean closed) {}

    FrozenStream(int port, String token, long after) {
        try {
            socket = new Socket();
            socket.setReceiveBufferSize(SMALL);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new DataInputStream(socket.getInputStream());
            String request =
                    "GET /trunkline/api/v1/events?profile=extended&after=" + after + " HTTP/1.1\r\nHost: localhost:"
                            + port + "\r\nAccept: text/event-stream\r\nAuthorization: Bearer " + token + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            while (!line().isEmpty()) {
                // The head.
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    /** Reads now all that is there. */
    Read thaw() {
        StringBuilder text = new StringBuilder();
        boolean closed = true;
        try {
            for (int size = chunk(); size > 0; size = chunk()) {
                text.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
                line();
            }
        } catch (SocketTimeoutException open) {
            closed = false;
        } catch (EOFException | SocketException gone) {
            closed = true;
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
        List<Long> numbers = text.toString()
                .lines()
                .filter(line -> line.startsWith("id:"))
                .map(line -> Long.parseLong(line.substring(3)))
                .toList();
        return new Read(numbers, closed);
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), HEXADECIMAL);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
