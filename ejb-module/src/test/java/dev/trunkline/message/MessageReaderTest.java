package dev.trunkline.message;

import static dev.trunkline.message.Reading.accepted;
import static dev.trunkline.message.Reading.bytes;
import static dev.trunkline.message.Reading.refused;
import static dev.trunkline.message.Reading.refusedBy;
import static dev.trunkline.message.Reading.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.Refusal;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes as they come in: samples of the contract, sizes, encodings, settings. */
class MessageReaderTest {
    private static final String HOLD = request("Hold", "\"7\"");

    static Stream<Contract.Sample> requestSamples() {
        return Contract.samples().stream().filter(sample -> sample.schema().startsWith("request"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requestSamples")
    void sampleShouldBeReadExactlyWhenItIsValid(Contract.Sample sample) {
        byte[] body = Contract.bytes("samples/" + sample.name());
        if (!sample.valid()) {
            assertThat(refused(body).code().status()).isEqualTo(422);
            return;
        }
        assertThat(Contract.canonical(accepted(body))).isEqualTo(Contract.json("samples/" + canonicalOf(sample)));
    }

    private static String canonicalOf(Contract.Sample sample) {
        String normalised = sample.name().replace(".json", ".normalised.json");
        boolean there = requestSamples().anyMatch(other -> other.name().equals(normalised));
        return there ? normalised : sample.name();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"000-request, LENIENT_JSON DEPRECATED_TOPIC NUMERIC_DATA", "001-request, LENIENT_JSON NUMERIC_DATA"})
    void seedShouldBeReadAsPrinted(String seed, String warnings) {
        var message = accepted(Contract.bytes("samples/raw/" + seed + ".txt"));
        assertThat(Contract.canonical(message)).isEqualTo(Contract.json("samples/" + seed + ".normalised.json"));
        assertThat(String.join(" ", message.warnings())).isEqualTo(warnings);
    }

    @Test
    void messageShouldBeReadUpToItsLargestSizeAndNoFurther() {
        assertThat(accepted(padded(MessageText.MOST_BYTES)).text("callId")).contains("7");
        Refusal refusal = refused(padded(MessageText.MOST_BYTES + 1));
        assertThat(refusal.message()).isEqualTo("PAYLOAD_TOO_LARGE: 65537 bytes, at most 65536 are taken");
    }

    @Test
    void byteOrderMarkShouldBeDroppedWithoutAWarning() {
        assertThat(accepted("\uFEFF" + HOLD).warnings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"80, 1", "C0 80, 1", "22 C3, 2", "22 ED A0 80 22, 2", "22 61 F5 80 80 80 22, 3", "FF FE 7B 00, 1"})
    void textThatIsNotUtf8ShouldBeRefused(String hexadecimal, int at) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String octet : hexadecimal.split(" ")) {
            body.write(Integer.parseInt(octet, 16));
        }
        assertThat(refused(body.toByteArray()).message()).isEqualTo("INVALID_JSON: not UTF-8 at byte " + at);
    }

    @Test
    void nothingShouldBeRefusedAsNoJson() {
        assertThat(List.of("", " ", "\uFEFF"))
                .allSatisfy(text -> assertThat(refused(text).code()).hasToString("INVALID_JSON"));
    }

    @Test
    void placeOfAMistakeShouldStandInTheDetail() {
        assertThat(refused("{\"channel\":\"Fi\" \"x\":1}").message()).startsWith("INVALID_JSON: line 1, column 17: ");
    }

    @Test
    void tolerancesOfTheLenientReaderShouldBeSwitchable() {
        MessageReader strict = new MessageReader(new MessageSettings(false, false), ChannelNames.shipped());
        byte[] lenient = Contract.bytes("samples/raw/001-request.txt");
        assertThat(refusedBy(strict, lenient).message()).startsWith("INVALID_JSON: line 2, column ");
        assertThat(strict.read(bytes(HOLD)).channel()).isEqualTo("Finesse");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "sip:bob@example.com, sip:bob@example.com",
        "CALL-ME, CALL-ME",
        "(312) 555-0142, 3125550142",
        "+, INVALID_NUMBER",
        "two words, INVALID_NUMBER",
        "ümlaut, INVALID_NUMBER"
    })
    void lettersShouldBeDialledOnlyWhereTheyAreAllowed(String number, String result) {
        MessageReader reader = new MessageReader(new MessageSettings(true, true), ChannelNames.shipped());
        byte[] body = bytes(request("MakeCall", "\"" + number + "\""));
        if (result.startsWith("INVALID")) {
            assertThat(refusedBy(reader, body).code()).hasToString(result);
        } else {
            assertThat(reader.read(body).text("toAddress")).contains(result);
        }
    }

    @Test
    void passwordShouldNotBeSeenInWhatIsPrinted() {
        var message = accepted(request("Login", "{\"username\":\"u\",\"password\":\"s3cret\"}"));
        assertThat(message.text("password")).contains("s3cret");
        assertThat(message.toString()).doesNotContain("s3cret");
    }

    private static byte[] padded(int size) {
        return bytes(HOLD + " ".repeat(size - HOLD.length()));
    }
}
