package dev.trunkline.simulator.webexcc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the agent is told of his call, and the list of tasks (sheet 3.3, 5.2, 5.5). */
class ContactTest extends AtWork {
    @Test
    void agentShouldHaveJoinedOnceTheyTalk() throws Exception {
        JsonNode participants = alice.talk().at("/interaction/participants");

        assertThat(participants.path(alice.agentId()).path("hasJoined").asBoolean())
                .isTrue();
        assertThat(participants.path(Quick.NUMBER).path("hasJoined").asBoolean())
                .isTrue();
    }

    @Test
    void stateShouldBeConnectedOnceTheyTalk() throws Exception {
        assertThat(alice.talk().at("/interaction/state").asText()).isEqualTo("connected");
        assertThat(simulators.books().get(0).ended()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void customerShouldBeAmongThemBeforeHeAnswersWhereHeIs(boolean setting) throws Exception {
        restartWith("customerShown", setting);

        assertThat(alice.ringing().at("/interaction/participants").has(Quick.RINGING))
                .isEqualTo(setting);
    }

    @ParameterizedTest
    @CsvSource({"atAnswer,true", "atAgentLeg,false"})
    void assignmentShouldMeanAnAnswerWhereItDoes(String setting, boolean answered) throws Exception {
        restartWith("assigned", setting);
        JsonNode offered = alice.ringing();
        if (answered) {
            alice.farEnd(offered, "answer");
        }
        JsonNode assigned = alice.listener().event("AgentContactAssigned");

        assertThat(assigned.at("/interaction/participants/" + Quick.RINGING + "/hasJoined")
                        .asBoolean())
                .isEqualTo(answered);
    }

    @Test
    void agentsPickingUpShouldBeToldWhereItIs() throws Exception {
        restartWith("tellsAgentJoined", true);
        alice.dial(Quick.RINGING);
        JsonNode updated = alice.listener().event("ContactUpdated");

        assertThat(updated.at("/interaction/participants/" + alice.agentId() + "/hasJoined")
                        .asBoolean())
                .isTrue();
        assertThat(updated.at("/interaction/participants/" + Quick.RINGING + "/hasJoined")
                        .asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void flatDetailsShouldBeInNewerPayloads(boolean setting) throws Exception {
        restartWith("associatedDetails", setting);
        JsonNode details = alice.talk().at("/interaction/callAssociatedDetails");

        assertThat(details.path("dn").asText()).isEqualTo(setting ? Quick.NUMBER : "");
    }

    @Test
    void variablesShouldBeKeptBackWhereTheTenantDoes() throws Exception {
        restartWith("variablesSuppressed", true);
        ObjectNode dial = alice.dialling(Quick.NUMBER);
        dial.putObject("attributes").put("caseId", "C-1042");
        alice.dial(dial);

        assertThat(alice.talking().at("/interaction/callAssociatedData").has("caseId"))
                .isFalse();
    }

    @Test
    void recordingShouldNotStartWhereItIsOff() throws Exception {
        restartWith("recording", false);
        alice.dial(Quick.NUMBER);
        JsonNode call = alice.listener().event("AgentContactAssigned");
        alice.operate(call, "end");

        assertThat(alice.listener().contacts("AgentWrapup")).doesNotContain("ContactRecordingStarted");
    }

    @Test
    void tasksShouldBeListedForAuditing() throws Exception {
        JsonNode call = alice.talk();
        Rest.Reply reply = alice.rest().get("/v1/tasks?from=0&channelTypes=telephony&pageSize=100");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/data/0/id")).isEqualTo(Worker.id(call));
        JsonNode attributes = reply.json().at("/data/0/attributes");
        assertThat(attributes.path("status").asText()).isEqualTo("assigned");
        assertThat(attributes.path("direction").asText()).isEqualTo("outdial");
        assertThat(attributes.path("destination").asText()).isEqualTo(Quick.NUMBER);
        assertThat(attributes.path("origin").asText())
                .isEqualTo(alice.described().ani());
        assertThat(attributes.path("createdTime").asLong()).isPositive();
    }

    @Test
    void listShouldNeedItsBeginning() throws Exception {
        assertThat(alice.rest().get("/v1/tasks").status()).isEqualTo(400);
        assertThat(alice.rest().get("/v1/tasks?from=0&pageSize=1001").status()).isEqualTo(400);
    }

    @Test
    void listShouldHaveNothingBeforeItsBeginning() throws Exception {
        alice.talk();

        assertThat(alice.rest().get("/v1/tasks?from=99999999999999").json().path("data"))
                .isEmpty();
    }

    @Test
    void orderOfACallShouldBeAsInARealLog() throws Exception {
        alice.dial(Quick.NUMBER);

        assertThat(alice.listener().contacts("ContactRecordingStarted"))
                .isEqualTo(List.of(
                        "AgentContactReserved",
                        "AgentOfferContact",
                        "AgentContactAssigned",
                        "ContactRecordingStarted"));
    }

    @Test
    void contactShouldBeWholeInEveryEvent() throws Exception {
        String number = Quick.NUMBER;
        alice.dial(number);
        JsonNode data = alice.listener().event("AgentOfferContact");
        JsonNode contact = data.path("interaction");
        JsonNode details = contact.path("callProcessingDetails");
        String id = Worker.id(data);
        JsonNode own = contact.path("participants").path(alice.agentId());
        JsonNode far = contact.path("participants").path(number);

        assertThat(data.path("mediaResourceId").asText()).isEqualTo(id);
        assertThat(contact.path("interactionId").asText()).isEqualTo(id);
        assertThat(contact.path("mainInteractionId").asText()).isEqualTo(id);
        assertThat(contact.path("owner").asText()).isEqualTo(alice.agentId());
        assertThat(contact.path("state").asText()).isEqualTo("new");
        assertThat(contact.path("isTerminated").asBoolean(true)).isFalse();
        assertThat(contact.at("/contactDirection/type").asText()).isEqualTo("OUTBOUND");
        assertThat(contact.path("outboundType").asText()).isEqualTo("OUTDIAL");
        assertThat(contact.path("mediaType").asText()).isEqualTo("telephony");
        Map<String, String> expected = Map.of(
                "ani", alice.described().ani(),
                "agent_ani", alice.described().ani(),
                "agentSelectedAni", alice.described().ani(),
                "dnis", number,
                "outdialAgentId", alice.agentId(),
                "tenantId", alice.described().orgId(),
                "EP_ID", alice.described().entryPoint());
        expected.forEach((name, value) ->
                assertThat(details.path(name).asText()).as(name).isEqualTo(value));
        assertThat(details.path("ronaTimeout").isTextual()).isTrue();
        assertThat(data.path("ronaTimeout").isNumber()).isTrue();
        assertThat(contact.path("media").path(id).path("mediaResourceId").asText())
                .isEqualTo(id);
        assertThat(contact.path("media").path(id).path("mType").asText()).isEqualTo("mainCall");
        assertThat(contact.path("media").path(id).path("isHold").asBoolean(true))
                .isFalse();
        assertThat(own.path("pType").asText()).isEqualTo("Agent");
        assertThat(own.path("dn").asText()).isEqualTo("1001");
        assertThat(own.path("hasJoined").asBoolean(true)).isFalse();
        assertThat(far.path("pType").asText()).isEqualTo("Customer");
        assertThat(far.path("hasJoined").asBoolean(true)).isFalse();
    }
}
