package dev.trunkline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.model.Code;
import dev.trunkline.model.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {
    private static InputStream body(int bytes) {
        return new ByteArrayInputStream(new byte[bytes]);
    }

    @Test
    void largestMessageShouldBeRead() throws IOException {
        assertThat(RequestBody.read(body(65_536), -1)).hasSize(65_536);
    }

    @Test
    void largerMessageShouldBeRefusedBeforeItIsRead() {
        InputStream neverRead = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("was read");
            }
        };
        assertTooLarge(neverRead, 65_537);
        assertTooLarge(body(70_000), -1);
    }

    private static void assertTooLarge(InputStream body, long announced) {
        assertThatThrownBy(() -> RequestBody.read(body, announced))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(Code.PAYLOAD_TOO_LARGE));
    }

    @ParameterizedTest
    @CsvSource({"wait=5,5", "'respond-async, wait=3',3", "wait=60,10", "'WAIT = \"2\"',2", "'wait=4; foo',4"})
    void preferenceToWaitShouldBeRead(String header, long seconds) {
        assertThat(Preferences.wait(List.of(header))).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wait", "wait=x", "wait=-1", "await=5"})
    void preferenceThatIsNotUnderstoodShouldBeNone(String header) {
        assertThat(Preferences.wait(List.of(header))).isEmpty();
    }

    @Test
    void pagesOfOthersShouldBeAllowedOnlyIfSaid() {
        WebSettings none = WebSettings.read(key -> Optional.empty());
        Map<String, String> words = Map.of(
                "trunkline.allowedOrigins", "https://crm.example.net, https://desk.example.net",
                "trunkline.trustForwarded", "true");
        WebSettings said = WebSettings.read(key -> Optional.ofNullable(words.get(key)));

        assertThat(none.trustForwarded()).isFalse();
        assertThat(none.allows("https://crm.example.net", "dial.example.net")).isFalse();
        assertThat(none.allows("https://dial.example.net", "dial.example.net")).isTrue();
        assertThat(none.allows("null", "dial.example.net")).isFalse();
        assertThat(said.trustForwarded()).isTrue();
        assertThat(said.allows("https://desk.example.net", "dial.example.net")).isTrue();
        assertThat(said.allows("https://evil.example.net", "dial.example.net")).isFalse();
    }
}
