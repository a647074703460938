package dev.trunkline.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever comes in: a message that the schema takes, or a refusal that can be answered. Always the same 20,000. */
class MutationTest {
    private static final int MESSAGES = 20_000;
    private static final long SEED = 20_260_304;
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "“",
            "”",
            "'",
            "\\",
            "\\u0000",
            "\\uD800",
            "\u0000",
            "\u00a0",
            "\uFEFF",
            "null",
            "true",
            "-1",
            "1e9",
            "12.5",
            "0",
            "{}",
            "[]",
            "\"data \":",
            "\"callId\":",
            "\"toAddress\":\"Dana\",",
            "\"to\":",
            "Set",
            "SetMakeCall",
            "QueueTransfer",
            "Consult",
            "\"isWarmTransfer\":true,",
            "Genesys",
            "😀",
            "\"variables\":{\"a\":1},",
            "\"destinationType\":\"agent\",",
            "2026-03-29T02:30:00",
            "\"timeZone\":\"Europe/Berlin\",",
            "\"\"",
            "\" \"");

    private final Random random = new Random(SEED);
    private final List<byte[]> originals = Stream.concat(
                    MessageReaderTest.requestSamples().map(sample -> Contract.bytes("samples/" + sample.name())),
                    Stream.of("samples/raw/000-request.txt", "samples/raw/001-request.txt")
                            .map(Contract::bytes))
            .toList();

    @Test
    void anythingShouldBeReadOrRefused() {
        long accepted = IntStream.range(0, MESSAGES)
                .filter(i -> readOrRefused(mutated()))
                .count();
        assertThat(accepted).as("both ends are met").isBetween(MESSAGES / 20L, MESSAGES * 19L / 20);
    }

    private boolean readOrRefused(byte[] body) {
        try {
            Contract.assertCanonical(Reading.READER.read(body, dial -> random.nextBoolean()));
            return true;
        } catch (RefusedException refused) {
            assertThat(refused.refusal().channel().length()).isLessThanOrEqualTo(32);
            return false;
        } catch (RuntimeException unexpected) {
            throw new AssertionError(new String(body, StandardCharsets.UTF_8), unexpected);
        }
    }

    private byte[] mutated() {
        byte[] original = originals.get(random.nextInt(originals.size()));
        if (random.nextInt(4) == 0) {
            byte[] changed = original.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            return changed;
        }
        StringBuilder text = new StringBuilder(new String(original, StandardCharsets.UTF_8));
        for (int i = random.nextInt(3); i >= 0; i--) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(4) * random.nextInt(6));
            text.replace(from, to, random.nextInt(3) == 0 ? "" : PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
