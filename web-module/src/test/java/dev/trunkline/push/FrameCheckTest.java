package dev.trunkline.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FrameCheckTest {
    private static final int TEXT = 0x81;
    private static final int TEXT_BEGUN = 0x01;
    private static final int CONTINUED = 0x00;
    private static final int LAST = 0x80;
    private static final int PING = 0x89;

    private final FrameCheck check = new FrameCheck();

    /** A masked frame; its length as short as it can be written. */
    static byte[] frame(int first, int length) {
        ByteBuffer frame = head(first, length, length < 126 ? 0 : length < 65_536 ? 2 : 8);
        return ByteBuffer.allocate(frame.position() + length).put(frame.flip()).array();
    }

    /** A head that says so, whatever follows. */
    private static ByteBuffer head(int first, long length, int lengthBytes) {
        ByteBuffer head = ByteBuffer.allocate(14).put((byte) first);
        switch (lengthBytes) {
            case 0 -> head.put((byte) (0x80 | length));
            case 2 -> head.put((byte) 0xfe).putShort((short) length);
            default -> head.put((byte) 0xff).putLong(length);
        }
        return head.putInt(0x01020304);
    }

    private static byte[] claim(long length) {
        ByteBuffer head = head(TEXT, length, 8);
        byte[] bytes = new byte[head.position()];
        head.flip().get(bytes);
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private byte[] pass(byte[] bytes) {
        return check.pass(bytes, bytes.length);
    }

    @RepeatedTest(20)
    void goodFramesShouldPassUnchangedHoweverTheyAreCut(RepetitionInfo repetition) {
        byte[] sent = joined(
                frame(TEXT, 0),
                frame(TEXT, 125),
                frame(TEXT, 126),
                frame(TEXT_BEGUN, 40_000),
                frame(PING, 125),
                frame(LAST | CONTINUED, 25_536),
                frame(TEXT, 65_536));
        Random random = new Random(repetition.getCurrentRepetition());
        ByteArrayOutputStream passed = new ByteArrayOutputStream();
        for (int from = 0; from < sent.length; ) {
            int count = Math.min(sent.length - from, 1 + random.nextInt(random.nextBoolean() ? 5 : 9_000));
            passed.writeBytes(
                    check.pass(ByteBuffer.allocate(count).put(sent, from, count).array(), count));
            from += count;
        }

        assertThat(passed.toByteArray()).isEqualTo(sent);
        assertThat(check.ended()).isFalse();
        assertThat(check.frames()).as("six messages and parts, one ping").isEqualTo(6 + 20);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(1002, Named.of("without a mask", new byte[] {(byte) TEXT, 5})),
                Arguments.of(1003, Named.of("binary", frame(0x82, 3))),
                Arguments.of(1003, Named.of("the beginning of something binary", frame(0x02, 3))),
                Arguments.of(1009, Named.of("one byte too many", frame(TEXT, 65_537))),
                Arguments.of(1009, Named.of("gigabytes announced", claim(1L << 40))),
                Arguments.of(1009, Named.of("a length beyond all numbers", claim(-1))),
                Arguments.of(1009, Named.of("the same length again in 32 bits", claim((1L << 32) + 5))),
                Arguments.of(
                        1009,
                        Named.of("too much in parts", joined(frame(TEXT_BEGUN, 40_000), frame(CONTINUED, 25_537)))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void frameThatIsNotTakenShouldBecomeTheCloseThatTheClientShouldHaveSent(int code, byte[] sent) {
        byte[] passed = pass(joined(frame(TEXT, 10), sent));
        ByteBuffer close = ByteBuffer.wrap(passed);
        close.position(new String(passed, StandardCharsets.ISO_8859_1).lastIndexOf('\u0088'));

        assertThat(check.ended()).isTrue();
        assertThat(passed).startsWith(frame(TEXT, 10));
        assertThat(close.getShort(close.position() + 6)).isEqualTo((short) code);
        assertThat(close.remaining()).isEqualTo(6 + (close.get(close.position() + 1) & 0x7f));
        assertThat(pass(frame(TEXT, 10))).as("whatever comes then").isEmpty();
    }

    @Test
    void frameShouldNotBeginBeforeItsHeadIsUnderstood() {
        byte[] frame = frame(TEXT, 300);

        assertThat(check.pass(frame, 7)).isEmpty();
        assertThat(pass(ByteBuffer.allocate(301).put(frame, 7, 301).array())).isEqualTo(frame);
    }
}
