package dev.trunkline.benchmark.client;

import java.nio.ByteBuffer;

/** Takes a server's frames (RFC 6455, 5.2) out of the bytes as they come; what has not come whole is left for the next time. */
final class FrameReader {
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int SHORT_LENGTH = 126;
    private static final int LONG_LENGTH = 127;
    private static final byte[] NOTHING = {};

    private final Connection connection;
    private byte[] rest = NOTHING;

    FrameReader(Connection connection) {
        this.connection = connection;
    }

    /** Puts what is left from the last time into the buffer, which is cleared. */
    void restInto(ByteBuffer buffer) {
        buffer.clear();
        buffer.put(rest);
        rest = NOTHING;
    }

    /** @param buffer flipped, with an array */
    void read(ByteBuffer buffer, long nowMicros) {
        while (one(buffer, nowMicros)) {
            // The next one.
        }
        rest = buffer.hasRemaining() ? copy(buffer) : NOTHING;
    }

    private static byte[] copy(ByteBuffer buffer) {
        byte[] left = new byte[buffer.remaining()];
        buffer.get(left);
        return left;
    }

    /** @return whether there was a whole one */
    private boolean one(ByteBuffer buffer, long nowMicros) {
        if (buffer.remaining() < 2) {
            return false;
        }
        int at = buffer.position();
        int shortLength = buffer.get(at + 1) & 0x7f;
        int head = 2 + (shortLength == SHORT_LENGTH ? Short.BYTES : shortLength == LONG_LENGTH ? Long.BYTES : 0);
        if (buffer.remaining() < head) {
            return false;
        }
        int length = length(buffer, at, shortLength);
        if (buffer.remaining() < head + length) {
            return false;
        }
        buffer.position(at + head + length);
        take(buffer.get(at) & 0x0f, buffer.array(), at + head, length, nowMicros);
        return true;
    }

    private static int length(ByteBuffer buffer, int at, int shortLength) {
        return switch (shortLength) {
            case SHORT_LENGTH -> buffer.getShort(at + 2) & 0xffff;
            case LONG_LENGTH -> Math.toIntExact(buffer.getLong(at + 2));
            default -> shortLength;
        };
    }

    private void take(int opcode, byte[] bytes, int from, int length, long nowMicros) {
        switch (opcode) {
            case TEXT -> connection.hearer().heard(bytes, from, length, nowMicros);
            case PING -> connection.pong(bytes, from, length);
            case CLOSE ->
                connection.closedBy(
                        length < 2 ? 0 : ByteBuffer.wrap(bytes, from, length).getShort() & 0xffff);
            default -> {
                // A pong, or a message that is no text: nobody sends us one.
            }
        }
    }
}
