package dev.trunkline.system;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A client that writes its bytes itself, good ones and bad ones, over HTTP/1.1 and RFC 6455; knows no library that would correct it. */
final class RawSocket implements AutoCloseable {
    private static final int PATIENCE = 90_000;
    private static final int CLOSE = 8;

    /** A frame as it came. */
    record Frame(int opcode, byte[] payload) {
        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        int closeCode() {
            return payload.length < 2 ? 0 : ByteBuffer.wrap(payload).getShort() & 0xffff;
        }
    }

    /** An HTTP answer. @param head status line and headers */
    record Answer(int status, String head, String body) {
        String header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private final Socket socket;
    private final DataInputStream in;

    /** @param receiveBuffer small for a client that will not read, 0 for the usual */
    RawSocket(int port, int receiveBuffer) {
        try {
            socket = new Socket();
            if (receiveBuffer > 0) {
                socket.setReceiveBufferSize(receiveBuffer);
            }
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.setSoTimeout(PATIENCE);
            in = new DataInputStream(socket.getInputStream());
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    RawSocket(int port) {
        this(port, 0);
    }

    RawSocket send(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Says nothing if the other side has already had enough. */
    RawSocket send(byte[]... parts) {
        for (byte[] part : parts) {
            trySend(part);
        }
        return this;
    }

    /** @return whether it could be sent */
    boolean trySend(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** The next HTTP answer, whose body has a Content-Length or none. */
    Answer answer() {
        try {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.readUnsignedByte());
            }
            Answer bare = new Answer(Integer.parseInt(head.substring(9, 12)), head.toString(), "");
            String length = bare.header("Content-Length");
            byte[] body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
            return new Answer(bare.status(), bare.head(), new String(body, StandardCharsets.UTF_8));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    Frame frame() {
        try {
            return read();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private Frame read() throws IOException {
        int opcode = in.readUnsignedByte() & 0x0f;
        long length = in.readUnsignedByte();
        length = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
        return new Frame(opcode, in.readNBytes((int) length));
    }

    /** All frames until the server has closed the connection itself, which it must. */
    List<Frame> untilClosed() {
        List<Frame> frames = new ArrayList<>();
        try {
            while (frames.isEmpty() || frames.get(frames.size() - 1).opcode() != CLOSE) {
                frames.add(read());
            }
            if (in.read() >= 0) {
                throw new AssertionError("something comes after the close");
            }
        } catch (SocketTimeoutException silence) {
            throw new AssertionError("not closed, after " + frames, silence);
        } catch (EOFException | SocketException closed) {
            return frames;
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
        return frames;
    }

    /** Whether the server has closed it, which is known only once all that it sent is read. */
    boolean closedByServer() {
        try {
            socket.setSoTimeout(1);
            byte[] whatever = new byte[1 << 16]; // megabytes may be on the way: not one by one
            while (in.read(whatever) >= 0) {
                // More may come.
            }
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** A masked frame. @param first FIN, reserved bits and opcode */
    static byte[] frame(int first, byte[] payload) {
        return frame(first, payload, payload.length, true);
    }

    static byte[] text(String text) {
        return frame(0x81, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param length what the head says */
    static byte[] frame(int first, byte[] payload, long length, boolean masked) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        int mask = masked ? 0x80 : 0;
        frame.write(first);
        if (length >= 0 && length < 126) {
            frame.write(mask | (int) length);
        } else if (length >= 0 && length < 65_536) {
            frame.write(mask | 126);
            frame.writeBytes(ByteBuffer.allocate(2).putShort((short) length).array());
        } else {
            frame.write(mask | 127);
            frame.writeBytes(ByteBuffer.allocate(8).putLong(length).array());
        }
        byte[] key = {0x12, 0x34, 0x56, 0x78};
        if (masked) {
            frame.writeBytes(key);
        }
        for (int i = 0; i < payload.length; i++) {
            frame.write(masked ? payload[i] ^ key[i % 4] : payload[i]);
        }
        return frame.toByteArray();
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
