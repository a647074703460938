package dev.trunkline.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Looks at the heads of a client's frames (RFC 6455, 5.2) before the container does. The first one that will not be taken is replaced
 * by the close frame that the client should have sent itself: the container answers it with the same code and closes, and nothing
 * more is let through. Everything else is the container's business.
 */
final class FrameCheck {
    private static final int MOST_BYTES = 65_536;
    private static final int LONGEST_HEAD = 14;
    private static final int MASK = 4;
    private static final int CONTROL = 8;
    /** Tyrus answers a ping at the price of many messages, and nobody needs many. */
    private static final int CONTROL_WEIGHT = 20;

    private final ByteBuffer head = ByteBuffer.allocate(LONGEST_HEAD);
    private long payloadLeft;
    private long message;
    private int frames;
    private boolean ended;

    /** @return what the container may see of these bytes */
    byte[] pass(byte[] bytes, int count) {
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, count);
        ByteBuffer out = ByteBuffer.allocate(head.position() + count + Byte.MAX_VALUE);
        while (in.hasRemaining() && !ended) {
            if (payloadLeft > 0) {
                payload(in, out);
            } else {
                head.put(in.get());
                headInto(out);
            }
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    private void payload(ByteBuffer in, ByteBuffer out) {
        int part = (int) Math.min(payloadLeft, in.remaining());
        out.put(in.array(), in.position(), part);
        in.position(in.position() + part);
        payloadLeft -= part;
    }

    private void headInto(ByteBuffer out) {
        if (head.position() < 2) {
            return;
        }
        Optional<Ending> refusal = refusal();
        if (refusal.isPresent()) {
            ended = true;
            out.put(close(refusal.get()));
        } else if (head.position() == headLength()) {
            frames += opcode() < CONTROL ? 1 : CONTROL_WEIGHT;
            payloadLeft = length();
            out.put(head.flip());
            head.clear();
        }
    }

    private Optional<Ending> refusal() {
        if ((head.get(1) & 0x80) == 0) {
            return Optional.of(Ending.UNMASKED);
        }
        if (opcode() == 2) {
            return Optional.of(Ending.BINARY);
        }
        if (head.position() < headLength() || opcode() >= CONTROL) {
            return Optional.empty();
        }
        message = (opcode() == 0 ? message : 0) + length();
        return length() < 0 || message > MOST_BYTES ? Optional.of(Ending.TOO_LARGE) : Optional.empty();
    }

    private int opcode() {
        return head.get(0) & 0x0f;
    }

    private int headLength() {
        return 2 + lengthBytes() + MASK;
    }

    private int lengthBytes() {
        return switch (head.get(1) & 0x7f) {
            case 126 -> Short.BYTES;
            case 127 -> Long.BYTES;
            default -> 0;
        };
    }

    /** Negative if it is beyond everything. */
    private long length() {
        return switch (lengthBytes()) {
            case Short.BYTES -> head.getShort(2) & 0xffff;
            case Long.BYTES -> head.getLong(2);
            default -> head.get(1) & 0x7f;
        };
    }

    /** Masked with zeros, which leave it as it is. */
    private static byte[] close(Ending ending) {
        byte[] reason = ending.sentence().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 + MASK + Short.BYTES + reason.length)
                .put((byte) 0x88)
                .put((byte) (0x80 | Short.BYTES + reason.length))
                .putInt(0)
                .putShort((short) ending.closeCode())
                .put(reason)
                .array();
    }

    /** How many frames have begun since this was asked last; a ping counts for many. */
    int frames() {
        int counted = frames;
        frames = 0;
        return counted;
    }

    /** Whether nothing more is let through. */
    boolean ended() {
        return ended;
    }
}
