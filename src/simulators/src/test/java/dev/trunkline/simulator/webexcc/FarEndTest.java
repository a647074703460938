package dev.trunkline.simulator.webexcc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.BookEntry;
import dev.trunkline.simulator.Options;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of the far ends (design 1, sheet 6.2, 6.3). */
class FarEndTest extends AtWork {
    @Override
    Options usual() {
        return Quick.options();
    }

    private BookEntry booked() {
        return simulators.books().get(0);
    }

    private JsonNode failed(String end) throws IOException {
        assertThat(alice.dial(Quick.AREA + end).status()).isEqualTo(201);
        return alice.listener().event("AgentOutboundFailed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0100", "0142", "0199", "9999"})
    void anyOtherNumberShouldAnswerAndStay(String end) throws Exception {
        JsonNode call = alice.talk(Quick.AREA + end);

        assertThat(call.at("/interaction/state").asText()).isEqualTo("connected");
        assertThat(booked().ended()).isFalse();
    }

    @Test
    void busyShouldHaveItsWordAndNumber() throws Exception {
        JsonNode data = failed("0101");

        assertThat(data.path("reason").asText()).isEqualTo("CUSTOMER_BUSY");
        assertThat(data.path("reasonCode").asInt()).isEqualTo(1022);
        assertThat(data.at("/interaction/state").asText()).isEqualTo("new");
        assertThat(data.at("/interaction/isTerminated").asBoolean()).isTrue();
    }

    @Test
    void busyShouldComeAfterTheOffer() throws Exception {
        alice.dial(Quick.AREA + "0101");

        assertThat(alice.listener().contacts("AgentWrapup"))
                .isEqualTo(List.of("AgentContactReserved", "AgentOfferContact", "AgentOutboundFailed", "AgentWrapup"));
    }

    @ParameterizedTest
    @CsvSource({"0102,NO_ANSWER", "0103,REJECT", "0104,INVALID"})
    void failureShouldHaveItsWord(String end, String part) throws Exception {
        JsonNode data = failed(end);

        assertThat(data.path("reason").asText()).contains(part);
        assertThat(data.path("reasonCode").asInt()).isPositive();
        assertThat(data.at("/interaction/isTerminated").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0102,noAnswer", "0103,reject", "0104,invalid"})
    void wordsThatNobodyConfirmedShouldBeAsSet(String end, String setting) throws Exception {
        restart(usual().with("webexcc." + setting + "Reason", "OTHER_WORD").with("webexcc." + setting + "Code", 77));
        JsonNode data = failed(end);

        assertThat(data.path("reason").asText()).isEqualTo("OTHER_WORD");
        assertThat(data.path("reasonCode").asInt()).isEqualTo(77);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0101", "0102", "0103", "0104"})
    void failedCallShouldBeWrappedUpAndOver(String end) throws Exception {
        JsonNode data = failed(end);
        assertThat(data.at("/agentsPendingWrapUp/0").asText()).isEqualTo(alice.agentId());
        alice.listener().event("AgentWrapup");
        alice.wrappedUp(data);

        assertThat(booked().ended()).isTrue();
        alice.talk();
    }

    @Test
    void badNumberShouldBeRefusedWhereItIs() throws Exception {
        restartWith("invalidNumber", "refused");

        assertThat(alice.dial(Quick.AREA + "0104").status()).isEqualTo(400);
        assertThat(simulators.books()).isEmpty();
        alice.talk();
    }

    @Test
    void shortCallShouldEndByItself() throws Exception {
        alice.dial(Quick.AREA + "0105");
        List<JsonNode> frames = alice.listener().events("AgentWrapup");

        assertThat(Listener.contacts(frames))
                .containsSubsequence("AgentContactAssigned", "ContactEnded", "AgentWrapup");
        assertThat(frames)
                .anyMatch(frame -> frame.at("/data/terminatingParty").asText().equals("Customer"));
    }

    @Test
    void slowAnswerShouldComeAfterTheTalkHasBegun() throws Exception {
        restartWith("slowAnswer", "120s");
        CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(this::slowDial);
        alice.talking();

        assertThat(answer).isNotDone();
    }

    private int slowDial() {
        try {
            return alice.dial(Quick.AREA + "0106").status();
        } catch (IOException e) {
            return -1;
        }
    }

    @Test
    void slowAnswerShouldBeAnAnswer() throws Exception {
        assertThat(alice.dial(Quick.AREA + "0106").status()).isEqualTo(201);

        alice.talking();
        assertThat(simulators.books()).hasSize(1);
    }

    @Test
    void serverErrorShouldMakeNoCall() throws Exception {
        assertThat(alice.dial(Quick.AREA + "0107").status()).isEqualTo(500);

        assertThat(simulators.books()).isEmpty();
        assertThat(alice.arrived()).isEmpty();
    }

    @Test
    void rateLimitShouldMakeNoCall() throws Exception {
        Rest.Reply reply = alice.dial(Quick.AREA + "0108");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("Retry-After")).isEqualTo("2");
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void streamShouldBeCutAsTheCallStarts() throws Exception {
        alice.dial(Quick.AREA + "0109");
        alice.listener().awaitClosed();
        Await.until("it is back", this::listensAgain);
        alice.reload();
        JsonNode contact = alice.listener().event("AgentContact");

        assertThat(contact.at("/interaction/callProcessingDetails/dnis").asText())
                .isEqualTo(Quick.AREA + "0109");
        assertThat(simulators.books()).hasSize(1);
    }

    private boolean listensAgain() {
        try {
            alice.reconnect();
            return true;
        } catch (IOException | AssertionError | RuntimeException e) {
            return false;
        }
    }

    @Test
    void cutStreamShouldBeAwayForItsTime() throws Exception {
        restartWith("streamCut", "120s");
        alice.dial(Quick.AREA + "0109");
        alice.listener().awaitClosed();

        assertThat(listensAgain()).isFalse();
    }

    @Test
    void eventsShouldComeTwiceAndOutOfOrder() throws Exception {
        alice.dial(Quick.AREA + "0110");
        List<String> told = new ArrayList<>();
        alice.listener().until(frame -> {
            told.add(Listener.type(frame));
            return told.stream().filter("AgentContactAssigned"::equals).count() == 2
                    && told.stream().filter("AgentContactReserved"::equals).count() == 2;
        });

        assertThat(told).containsSubsequence("AgentOfferContact", "AgentContactReserved");
        assertThat(simulators.books()).hasSize(1);
    }

    @Test
    void lostAnswerShouldHaveMadeTheCall() throws Exception {
        assertThatThrownBy(() -> alice.dial(Quick.AREA + "0111")).isInstanceOf(IOException.class);

        JsonNode reserved = alice.listener().event("AgentContactReserved");
        JsonNode details = reserved.at("/interaction/callProcessingDetails");
        assertThat(details.path("dnis").asText()).isEqualTo(Quick.AREA + "0111");
        assertThat(details.path("outdialAgentId").asText()).isEqualTo(alice.agentId());
        alice.talking();
        assertThat(simulators.books()).hasSize(1);
    }
}
