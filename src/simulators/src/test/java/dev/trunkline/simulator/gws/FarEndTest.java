package dev.trunkline.simulator.gws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.simulator.Await;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The last digits choose how the other party, the platform or the wire behaves (design 1). */
class FarEndTest extends AtWork {
    private Rest.Reply dial(String lastDigits) throws IOException {
        return alice.dial(Quick.AREA + lastDigits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0101", "0102", "0103"})
    void failuresShouldOnlyBeReleasedWithoutEverTalking(String digits) throws Exception {
        dial(digits);

        assertThat(alice.until("Outbound Released")).containsExactly("Outbound Dialing", "Outbound Released");
        assertThat(alice.arrived()).isEmpty();
        assertThat(simulators.books().get(0).ended()).isTrue();
    }

    @Test
    void invalidNumberShouldBeRefusedAtOnce() throws Exception {
        assertThat(dial("0104").code()).isEqualTo("400 10");
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void invalidNumberShouldBeToldLaterWhereItIs() throws Exception {
        restartWith("gws.invalidNumber", "errorMessage");
        assertThat(dial("0104").code()).isEqualTo("200 0");
        var error = alice.message("ErrorMessage");

        assertThat(error.path("channel").asText()).isEqualTo("/v2/me/devices");
        assertThat(error.at("/data/devicePath").asText()).isEqualTo("/devices/" + alice.deviceId());
        assertThat(error.path("data").has("errorMessage")).isFalse();
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void errorShouldHaveItsTextWhereItHas() throws Exception {
        restart(usual().with("gws.invalidNumber", "errorMessage").with("gws.errorTexts", true));
        dial("0104");

        assertThat(alice.message("ErrorMessage").at("/data/errorMessage").asText())
                .contains("Invalid destination");
    }

    @Test
    void invalidNumberShouldBeACallWhereItIs() throws Exception {
        restartWith("gws.invalidNumber", "released");
        dial("0104");

        assertThat(alice.until("Outbound Released")).containsExactly("Outbound Dialing", "Outbound Released");
    }

    @Test
    void shortCallShouldEndByItself() throws Exception {
        dial("0105");

        assertThat(alice.until("NotReady AfterCallWork"))
                .containsExactly(
                        "Outbound Dialing", "Outbound Established", "Outbound Released", "NotReady AfterCallWork");
    }

    @Test
    void slowAnswerShouldComeAfterItsEvents() throws Exception {
        assertThat(dial("0106").code()).isEqualTo("200 0");
        assertThat(simulators.books().get(0).state()).isEqualTo("Established");
    }

    @Test
    void serverErrorShouldCreateNothing() throws Exception {
        assertThat(dial("0107").code()).isEqualTo("500 4");
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void rateLimitShouldSayWhenToComeBack() throws Exception {
        Rest.Reply reply = dial("0108");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("Retry-After")).isEqualTo("2");
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void streamShouldBreakAsTheCallStartsAndBeBack() throws Exception {
        dial("0109");
        assertThat(alice.stream().awaitEnd()).isEqualTo("broken");
        alice.stream().start();
        assertThat(alice.stream().awaitEnd()).isEqualTo("broken");
        Await.until("the stream is back", this::answers);
        alice.stream().start();

        assertThat(alice.rest().get("me/calls?fields=*").text("/calls/0/state")).isEqualTo("Established");
    }

    private boolean answers() {
        try {
            return alice.stream()
                    .connectOnce(",\"advice\":{\"timeout\":0}")
                    .path("successful")
                    .asBoolean();
        } catch (IOException stillAway) {
            return false;
        }
    }

    @Test
    void eventsShouldComeTwiceAndNotInOrder() throws Exception {
        dial("0110");

        assertThat(alice.until("Outbound Dialing")).contains("Outbound Established");
        assertThat(alice.until("Outbound Dialing")).endsWith("Outbound Dialing");
    }

    @Test
    void lostAnswerShouldBeOfARealCall() throws Exception {
        assertThatThrownBy(() -> dial("0111")).isInstanceOf(IOException.class);
        alice.call("Established");
        assertThat(simulators.books()).hasSize(1);
    }

    @Test
    void telephoneOfTheHouseShouldAnswer() throws Exception {
        alice.dial("15002");

        assertThat(alice.until("Internal Established")).containsExactly("Internal Dialing", "Internal Established");
    }

    @Test
    void numbersShouldBehaveAsConsultedPartiesToo() throws Exception {
        var call = alice.talk();

        assertThat(alice.operate(call, "InitiateTransfer", Worker.to(Quick.AREA + "0107"))
                        .code())
                .isEqualTo("500 4");
        assertThat(alice.arrived()).isEmpty();
    }
}
