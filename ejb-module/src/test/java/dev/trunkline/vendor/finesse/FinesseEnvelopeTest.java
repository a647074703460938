package dev.trunkline.vendor.finesse;

import static dev.trunkline.vendor.finesse.CallFixture.snapshot;
import static dev.trunkline.vendor.finesse.CallFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.port.ContractSchema;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinesseEnvelopeTest {
    private static final AgentSession CAMPAIGN_AGENT = CallFixture.agent("311640960", "5068");

    @Test
    void finesseFormShouldBeTheSeedsSampleMemberForMember() {
        String json = snapshot("example-dialog-put-wrap-up.xml", CallFixture.agent("5024", "5024"))
                .forms()
                .get("Finesse");
        assertThat(read(json)).isEqualTo(read(sample("001-event")));
        assertThat(json).isEqualTo(compact(sample("001-event")));
    }

    @Test
    void ciscoFormShouldBeTheSeedsSampleMemberForMember() {
        String json = snapshot("example-dialog-put-campaign.xml", CAMPAIGN_AGENT)
                .forms()
                .get("Cisco");
        assertThat(read(json)).isEqualTo(read(sample("004-event")));
    }

    @Test
    void ciscoFormShouldHaveItsMembersInTheContractsOrder() {
        String json = snapshot("example-dialog-put-campaign.xml", CAMPAIGN_AGENT)
                .forms()
                .get("Cisco");
        JsonObject call = read(json).getJsonObject("data").getJsonObject("call");
        JsonObject expected =
                read(sample("example-event-cisco")).getJsonObject("data").getJsonObject("call");
        assertThat(call.keySet()).containsExactlyElementsOf(expected.keySet());
        for (String part : new String[] {"ActionsAllowed", "ResponseActual", "ResponseFields"}) {
            assertThat(order(call.get(part))).isEqualTo(order(expected.get(part)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example-dialog-post-alerting.xml",
                "example-dialog-put-wrap-up.xml",
                "example-dialog-put-campaign.xml",
                "example-dialog-put-busy.xml",
                "example-dialog-put-dropped.xml",
                "example-dialog-delete.xml",
                "example-dialog-post-reservation.xml",
                "example-dialog-post-inbound.xml",
                "example-dialog-put-forgotten-type.xml",
                "example-dialog-put-few-tags.xml"
            })
    void everyMessageShouldPassTheSchemaInBothForms(String example) {
        assertThat(snapshot(example).forms()).containsOnlyKeys("Finesse", "Cisco");
        ContractSchema.assertFormsValid(snapshot(example).forms());
    }

    @Test
    void dtmfShouldHaveNoButtonOnCisco() {
        JsonObject call = read(snapshot("example-dialog-put-campaign.xml", CAMPAIGN_AGENT)
                        .forms()
                        .get("Cisco"))
                .getJsonObject("data")
                .getJsonObject("call");
        assertThat(call.getJsonObject("ButtonStates").getInt("count")).isEqualTo(6);
        assertThat(call.getJsonObject("ActionsAllowed").getJsonObject("items").keySet())
                .doesNotContain("SetSEND_DTMF");
    }

    @Test
    void variablesShouldBePartedAsEachFormWantsThem() {
        Map<String, String> forms = snapshot("example-dialog-post-alerting.xml").forms();
        JsonObject finesse = read(forms.get("Finesse")).getJsonObject("message").getJsonObject("call");
        JsonObject cisco = read(forms.get("Cisco")).getJsonObject("data").getJsonObject("call");
        assertThat(finesse.getJsonObject("CallVariables").keySet()).containsExactly("callVariable3", "user.crmCase");
        assertThat(cisco.getJsonObject("CallVariables")).hasSize(10);
        assertThat(cisco.getJsonObject("ExtendedCallVariables").keySet()).containsExactly("user.crmCase");
    }

    @Test
    void stateFormShouldBeTheContractsSample() {
        AgentSnapshot ready = new AgentSnapshot(
                AgentState.READY, "Ready", "", "Dana Field", "2040", "2040", "7040", "2026-03-04T15:00:05.000Z", "");
        Map<String, String> forms = FinesseEnvelope.stateForms(ready);
        assertThat(forms.get("Finesse")).isEqualTo(compact(sample("example-agent-state")));
        assertThat(forms.get("Cisco")).isEqualTo(forms.get("Finesse").replace("\"Finesse\"", "\"Cisco\""));
    }

    @ParameterizedTest
    @EnumSource(AgentState.class)
    void everyStateFormShouldPassTheSchema(AgentState state) {
        AgentSnapshot agent = new AgentSnapshot(state, "Lunch", "7", "Dana Field", "2040", "2040", "7040", "", "");
        FinesseEnvelope.stateForms(agent).values().forEach(json -> {
            ContractSchema.assertValid("agent", json);
            assertThat(json).contains("\"reasonCode\":{\"id\":\"7\"}", "\"agentStateARN\":null");
        });
    }

    @Test
    void receivedSampleWithAPasswordShouldNotBeWhatWeSend() {
        assertThat(text("example-dialog-put-forgotten-type.xml")).contains("password");
        snapshot("example-dialog-put-forgotten-type.xml").forms().values().forEach(json -> assertThat(json)
                .doesNotContain("password", "hush"));
    }

    private static String sample(String name) {
        return CallFixture.resource("/contract/schema/samples/" + name + ".json");
    }

    /** Without line breaks; the order stays. */
    private static String compact(String json) {
        return read(json).toString();
    }

    private static JsonObject read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    /** Names only, in order, at every depth. */
    private static String order(JsonValue value) {
        return value.toString().replaceAll(":(\"[^\"]*\"|\\d+)", "");
    }
}
