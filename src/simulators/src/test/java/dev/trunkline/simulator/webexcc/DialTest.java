package dev.trunkline.simulator.webexcc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trunkline.simulator.BookEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The request for an outbound call and its answer (sheet 3.1, 3.2). */
class DialTest extends AtWork {
    private static final int PAIRS = 30;
    private static final int KEY = 200;
    private static final int VALUE = 1024;

    private ObjectNode dial() {
        return alice.dialling(Quick.NUMBER);
    }

    private Rest.Reply refused(JsonNode dial) throws IOException {
        Rest.Reply reply = alice.dial(dial);
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.text("/trackingId")).isNotEmpty();
        assertThat(reply.text("/errorMessage")).isNotEmpty();
        assertThat(alice.arrived()).isEmpty();
        assertThat(simulators.books()).isEmpty();
        return reply;
    }

    private JsonNode accepted(JsonNode dial) throws IOException {
        Rest.Reply reply = alice.dial(dial);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return alice.listener().event("AgentContactAssigned");
    }

    @Test
    void answerShouldSayWhichTaskItIs() throws Exception {
        Rest.Reply reply = alice.dial(Quick.NUMBER);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("/meta/orgId")).isEqualTo(alice.described().orgId());
        assertThat(reply.text("/data/id"))
                .isNotEmpty()
                .isEqualTo(Worker.id(alice.listener().event("AgentContactReserved")))
                .isEqualTo(Worker.id(alice.listener().event("AgentOfferContact")))
                .isEqualTo(Worker.id(alice.talking()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/tasks", "/v1/tasks/"})
    void slashAtTheEndShouldNotMatter(String path) throws Exception {
        assertThat(alice.rest().post(path, dial().toString()).status()).isEqualTo(201);

        alice.talking();
    }

    @Test
    void answerShouldHaveATrackingId() throws Exception {
        assertThat(alice.dial(Quick.NUMBER).header("trackingid")).matches("\\w+_.+");
    }

    @Test
    void callShouldBeInTheBooks() throws Exception {
        JsonNode call = alice.talk();
        BookEntry booked = simulators.books().get(0);

        assertThat(booked.callId()).isEqualTo(Worker.id(call));
        assertThat(booked.agent()).isEqualTo("alice");
        assertThat(booked.number()).isEqualTo(Quick.NUMBER);
        assertThat(booked.ended()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"destination", "entryPointId", "mediaType", "origin"})
    void whatIsRequiredShouldBeThere(String field) throws Exception {
        ObjectNode dial = dial();
        dial.remove(field);

        refused(dial);
    }

    @ParameterizedTest
    @CsvSource({
        "destination,''",
        "destination,+123456789012345678901234567890123456",
        "entryPointId,''",
        "entryPointId,no-such-entry-point",
        "entryPointId,1234567890123456789012345678901234567",
        "mediaType,chat",
        "mediaType,TELEPHONY",
        "outboundType,PREVIEW",
        "outboundType,outdial",
        "outboundType,STANDARD_PREVIEW_CAMPAIGN",
        "outboundType,DIRECT_PREVIEW_CAMPAIGN",
        "outboundType,COURTESY_CALLBACK",
        "origin,''",
        "origin,+12065559999",
        "direction,SIDEWAYS"
    })
    void wrongWordsShouldBeRefused(String field, String value) throws Exception {
        refused(dial().put(field, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"destination", "entryPointId", "origin", "mediaType", "outboundType"})
    void wordsShouldBeText(String field) throws Exception {
        refused(dial().put(field, 7));
    }

    @Test
    void originWithoutPlusShouldBeInvalid() throws Exception {
        assertThat(refused(dial().put("origin", alice.described().ani().substring(1)))
                        .text("/errorMessage"))
                .isEqualTo("Invalid origin.");
    }

    @Test
    void everyNumberOfTheListShouldBeAnOrigin() throws Exception {
        assertThat(alice.described().json().path("anis").size()).isGreaterThanOrEqualTo(2);
        String other = alice.described().text("/anis/1");

        assertThat(accepted(dial().put("origin", other))
                        .at("/interaction/callProcessingDetails/ani")
                        .asText())
                .isEqualTo(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "7"})
    void bodyThatIsNoneShouldBeRefused(String body) throws Exception {
        assertThat(alice.rest().post("/v1/tasks", body).status()).isEqualTo(400);
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void unknownFieldsShouldBeTolerated() throws Exception {
        accepted(dial().put("isOutboundEnabled", true));
    }

    @Test
    void extensionShouldBeDialled() throws Exception {
        assertThat(accepted(dial().put("destination", "4711"))
                        .at("/interaction/callProcessingDetails/dnis")
                        .asText())
                .isEqualTo("4711");
    }

    @Test
    void attributesMayBeAbsent() throws Exception {
        ObjectNode dial = dial();
        dial.remove("attributes");

        accepted(dial);
    }

    @Test
    void attributesShouldBecomeCallVariables() throws Exception {
        ObjectNode dial = dial();
        dial.putObject("attributes").put("caseId", "C-1042").put("Straße", "Größe 5 €");
        JsonNode data = accepted(dial).at("/interaction/callAssociatedData");

        assertThat(data.at("/caseId/name").asText()).isEqualTo("caseId");
        assertThat(data.at("/caseId/value").asText()).isEqualTo("C-1042");
        assertThat(data.at("/caseId/agentViewable").asBoolean()).isTrue();
        assertThat(data.at("/Straße/value").asText()).isEqualTo("Größe 5 €");
    }

    @ParameterizedTest
    @CsvSource({"0,201", "1,400"})
    void attributesShouldBeThirtyAtMost(int more, int status) throws Exception {
        ObjectNode dial = dial();
        ObjectNode attributes = dial.putObject("attributes");
        for (int i = 0; i < PAIRS + more; i++) {
            attributes.put("name" + i, "value");
        }

        assertThat(alice.dial(dial).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"x,0,201", "x,1,400", "é,0,201", "é,1,400"})
    void namesShouldBeTwoHundredBytesAtMost(String letter, int more, int status) throws Exception {
        ObjectNode dial = dial();
        dial.putObject("attributes").put(bytes(letter, KEY) + "x".repeat(more), "value");

        assertThat(alice.dial(dial).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"x,0,201", "x,1,400", "€,0,201", "€,1,400"})
    void valuesShouldBeAThousandAndTwentyFourBytesAtMost(String letter, int more, int status) throws Exception {
        ObjectNode dial = dial();
        dial.putObject("attributes").put("name", bytes(letter, VALUE) + "x".repeat(more));

        assertThat(alice.dial(dial).status()).isEqualTo(status);
    }

    /** So many bytes in UTF-8, filled up with the letter x. */
    private static String bytes(String letter, int count) {
        int each = letter.getBytes(StandardCharsets.UTF_8).length;
        return letter.repeat(count / each) + "x".repeat(count % each);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", "{\"a\":null}", "{\"a\":{}}", "[]", "\"a\""})
    void attributesShouldBeText(String attributes) throws Exception {
        ObjectNode dial = dial();
        dial.set("attributes", Rest.JSON.readTree(attributes));

        refused(dial);
    }

    @Test
    void moreHeadersThanTwentyShouldBeLeftOut() throws Exception {
        ObjectNode dial = dial();
        ObjectNode headers = dial.putObject("customAttributes");
        for (int i = 0; i < PAIRS; i++) {
            headers.put("X-Header-" + i, "v");
        }

        accepted(dial);
    }

    @Test
    void headersShouldBeElevenHundredBytesAtMost() throws Exception {
        ObjectNode dial = dial();
        dial.putObject("customAttributes").put("X-Long", "x".repeat(1101));

        refused(dial);
    }

    @Test
    void callbackShouldBePlacedWithoutAnAgent() throws Exception {
        ObjectNode dial = dial().put("outboundType", "CALLBACK");
        dial.remove("origin");
        dial.putObject("callback").put("callbackOrigin", "web").put("callbackType", "immediate");

        assertThat(alice.dial(dial).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"callbackOrigin\":\"web\"}",
                "{\"callbackType\":\"immediate\"}",
                "{\"callbackOrigin\":\"mail\",\"callbackType\":\"immediate\"}",
                "{\"callbackOrigin\":\"web\",\"callbackType\":\"scheduled\"}"
            })
    void callbackShouldSayItsOneOriginAndType(String callback) throws Exception {
        ObjectNode dial = dial().put("outboundType", "CALLBACK");
        dial.set("callback", Rest.JSON.readTree(callback));

        refused(dial);
    }

    @Test
    void callbackShouldHaveItsObject() throws Exception {
        refused(dial().put("outboundType", "CALLBACK"));
    }

    @Test
    void flowShouldNeedItsOrigin() throws Exception {
        ObjectNode dial = dial().put("outboundType", "EXECUTE_FLOW");
        dial.remove("origin");

        refused(dial);
    }

    @Test
    void flowShouldBeRun() throws Exception {
        ObjectNode dial = dial().put("outboundType", "EXECUTE_FLOW");

        assertThat(alice.dial(dial.put("entryPointId", alice.described().flowEntryPoint()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void agentWithoutAStationShouldNotDial() throws Exception {
        try (Worker bob = Worker.listening(simulators, "bob")) {
            bob.dial(Quick.NUMBER);
            JsonNode failed = bob.listener().event("AgentOutboundFailed");

            assertThat(failed.path("reason").asText()).isEqualTo("AGENT_NOT_FOUND");
            assertThat(failed.path("reasonCode").asInt()).isEqualTo(1038);
        }
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void secondCallShouldFindNoChannel() throws Exception {
        alice.talk();
        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(201);

        assertThat(alice.listener().event("AgentOutboundFailed").path("reason").asText())
                .isEqualTo("NO_MATCHING_AGENT_CHANNEL_FOUND");
        assertThat(simulators.books()).hasSize(1);
    }

    @Test
    void incompleteConfigurationShouldBeAServerError() throws Exception {
        restartWith("outdialConfigured", false);

        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(500);
        assertThat(simulators.books()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"false,AgentContactAssigned", "true,AgentOutboundFailed"})
    void idleAgentShouldDialWhereHeMay(boolean needsAvailable, String event) throws Exception {
        restartWith("dialNeedsAvailable", needsAvailable);
        alice.become("Idle", alice.auxCode("Break"));
        alice.dial(Quick.NUMBER);

        alice.listener().event(event);
    }

    @ParameterizedTest
    @CsvSource({"outboundTypeNeeded,outboundType", "directionNeeded,direction"})
    void fieldsOfUncertainNeedShouldBeNeededWhereTheyAre(String setting, String field) throws Exception {
        ObjectNode dial = dial();
        dial.remove(field);
        accepted(dial);
        restartWith(setting, true);

        refused(dial);
    }

    @Test
    void agentShouldNotDialWhereItIsSwitchedOff() throws Exception {
        restartWith("outdialEnabled", false);

        assertThat(alice.dial(Quick.NUMBER).status()).isIn(400, 403);
        assertThat(simulators.books()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"false,917702779401", "true,+917702779401"})
    void numberShouldBeToldWithItsPlusWhereItIs(boolean setting, String told) throws Exception {
        restartWith("addsPlus", setting);

        assertThat(accepted(dial().put("destination", "917702779401"))
                        .at("/interaction/callProcessingDetails/dnis")
                        .asText())
                .isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"beforeAnswer", "afterAnswer", "either"})
    void firstEventShouldComeWhereverItMay(String setting) throws Exception {
        restartWith("firstEvent", setting);
        String id = alice.dial(Quick.NUMBER).text("/data/id");
        if (setting.equals("beforeAnswer")) {
            assertThat(alice.arrived()).startsWith("AgentContactReserved");
        } else {
            assertThat(Worker.id(alice.listener().event("AgentContactReserved")))
                    .isEqualTo(id);
        }
    }

    @Test
    void rightsShouldBeWantedBeforeTheBody() throws Exception {
        assertThat(alice.rest().withToken("none").post("/v1/tasks", "{").status())
                .isEqualTo(401);
    }
}
