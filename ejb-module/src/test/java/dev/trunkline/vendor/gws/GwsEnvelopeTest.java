package dev.trunkline.vendor.gws;

import static dev.trunkline.vendor.gws.CallFixture.AGENT;
import static dev.trunkline.vendor.gws.CallFixture.MARK;
import static dev.trunkline.vendor.gws.CallFixture.object;
import static dev.trunkline.vendor.gws.CallFixture.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Verb;
import dev.trunkline.port.ContractSchema;
import dev.trunkline.port.JsonParts;
import dev.trunkline.vendor.gws.GwsCall.Memory;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GwsEnvelopeTest {
    private static CallSnapshot snapshot(JsonObject data) {
        return GwsEventMapper.toSnapshot(new GwsCall(AGENT, CallFixture.event(data), Memory.NONE), "");
    }

    private static JsonObject form(CallSnapshot call) {
        return JsonParts.object(call.forms().get("GWS"));
    }

    private static JsonObject call(CallSnapshot call) {
        return JsonParts.child(JsonParts.child(form(call), "message"), "call");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void sampleShouldStandInTheEnvelopeMemberForMember(int number) {
        JsonObject data = sample(number);
        CallSnapshot told = snapshot(data);
        ContractSchema.assertFormsValid(told.forms());
        assertThat(call(told).getJsonObject("ResponseActual")).isEqualTo(data);
        assertThat(List.copyOf(call(told).getJsonObject("ResponseActual").keySet()))
                .as("in its order")
                .isEqualTo(List.copyOf(data.keySet()));
        assertThat(call(told).keySet())
                .containsExactly("ResponseActual", "ResponseFields", "id", "CallType", "event", "CallVariables");
        assertThat(call(told).getJsonObject("ResponseFields"))
                .isEqualTo(object().add("fromAddress", "15000")
                        .add("toAddress", "15002")
                        .add("CallState", "Dialing")
                        .add("Type", "Internal")
                        .add("OutBoundType", "manualdial")
                        .build());
        assertThat(told.lifeCycle()).contains(LifeCycle.DIALING);
        assertThat(told.allowed())
                .as("contract 4, count 3")
                .containsExactly(Verb.UPDATE_CALL_DATA, Verb.SEND_DTMF, Verb.DROP);
    }

    @Test
    void contractsExampleShouldBeMadeOfItsOwnNotification() {
        JsonObject example = JsonParts.object(CallFixture.text("event-gws"));
        JsonObject data =
                JsonParts.child(JsonParts.child(JsonParts.child(example, "message"), "call"), "ResponseActual");
        CallSnapshot told = snapshot(data);
        assertThat(form(told)).isEqualTo(example);
        assertThat(told.lifeCycle()).contains(LifeCycle.CONNECTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void ourMarkShouldNotBePublished(int number) {
        JsonObject plain = sample(number);
        JsonObject userData = JsonParts.child(JsonParts.child(plain, "call"), "userData");
        JsonObject marked = object(plain)
                .add(
                        "call",
                        object(JsonParts.child(plain, "call"))
                                .add("userData", object(userData).add(MARK, "m-17")))
                .build();
        CallSnapshot told = snapshot(marked);
        assertThat(call(told).getJsonObject("ResponseActual"))
                .as("also not empty data")
                .isEqualTo(plain);
        assertThat(told.forms().toString() + told.raw() + told.variables() + told.facts())
                .doesNotContain(MARK)
                .doesNotContain("m-17");
        assertThat(CallFixture.event(marked).mark()).isEqualTo("m-17");
    }

    @Test
    void channelInsideOfDataShouldBeIgnored() {
        JsonObject inside = object(sample(1)).add("channel", "/v2/me/calls").build();
        assertThat(call(snapshot(inside)).getJsonObject("ResponseActual")).isEqualTo(sample(1));
    }

    @Test
    void secretsShouldBeTakenOutAtEveryDepth() {
        JsonObject sample = sample(1);
        JsonObject call = object(JsonParts.child(sample, "call"))
                .add(
                        "userData",
                        object().add("Password", "hush-1")
                                .add("card", object().add("token", "hush-2").add("kind", "gold"))
                                .add("list", JsonParts.JSON.createArrayBuilder().add(object().add("secret", "hush-3"))))
                .build();
        CallSnapshot told = snapshot(object(sample).add("call", call).build());
        assertThat(told.forms().toString() + told.raw() + told.variables()).doesNotContain("hush");
        assertThat(told.variables()).containsEntry("card", "{\"kind\":\"gold\"}");
        ContractSchema.assertFormsValid(told.forms());
    }

    @Test
    void whatElseChangedShouldBeTheEvent() {
        JsonObject data =
                object(sample(2)).add("notificationType", "AttachedDataChanged").build();
        JsonObject call = call(snapshot(data));
        assertThat(call.getString("event")).isEqualTo("AttachedDataChanged");
        assertThat(call.getJsonObject("ResponseFields").getString("CallState")).isEqualTo("Dialing");
    }

    @Test
    void campaignsCallShouldSayItsCampaign() {
        JsonObject sample = sample(1);
        JsonObject call = object(JsonParts.child(sample, "call"))
                .add(
                        "userData",
                        object().add("GSW_CAMPAIGN_NAME", "Renewals_Q3").add("GSW_CALL_RESULT", 28))
                .build();
        CallSnapshot told = snapshot(object(sample).add("call", call).build());
        ContractSchema.assertFormsValid(told.forms());
        JsonObject fields = call(told).getJsonObject("ResponseFields");
        assertThat(fields.getString("Campaign")).isEqualTo("Renewals_Q3");
        assertThat(fields.getString("OutBoundType")).isEqualTo("outbound");
        assertThat(told.campaign()).isEqualTo("Renewals_Q3");
        assertThat(told.variables()).containsEntry("GSW_CALL_RESULT", "28");
    }

    @Test
    void olderServersParticipantsShouldBeUnderstood() {
        JsonObject sample = sample(1);
        JsonObject call = object(JsonParts.child(sample, "call"))
                .add("participants", JsonParts.JSON.createArrayBuilder().add("15002"))
                .remove("dnis")
                .add("dnis", "")
                .build();
        CallSnapshot told = snapshot(object(sample).add("call", call).build());
        assertThat(told.toAddress()).isEqualTo("15002");
        assertThat(told.dialled()).containsExactly("15002");
        ContractSchema.assertFormsValid(told.forms());
    }

    @Test
    void calledAgentShouldBeTheOneWhoIsCalled() {
        JsonObject sample = sample(1);
        JsonObject call = object(JsonParts.child(sample, "call"))
                .add("state", "Ringing")
                .add("dnis", "15000")
                .build();
        CallSnapshot told = snapshot(object(sample).add("call", call).build());
        assertThat(told.fromAddress()).isEqualTo("15002");
        assertThat(told.toAddress()).isEqualTo("15000");
        assertThat(told.dialled()).as("nobody's dial here").isEmpty();
    }

    @Test
    void stateShouldHaveTheFormOfEveryChannel() {
        AgentSnapshot agent = new AgentSnapshot(
                AgentState.READY, "Ready", "", "Alice Moreau", "id", "alice", "15000", "2026-03-04T15:00:05.000Z", "");
        Map<String, String> forms = GwsEnvelope.stateForms(agent);
        assertThat(forms).containsOnlyKeys("GWS");
        ContractSchema.assertValid("agent", forms.get("GWS"));
    }

    @Test
    void lastMessageShouldBeMadeOfWhatIsStored() {
        CallSnapshot told = snapshot(sample(2));
        CallSnapshot gone = GwsEventMapper.gone(GwsMemory.read(AGENT, told.raw()));
        assertThat(gone.lifeCycle()).isEqualTo(Optional.of(LifeCycle.ENDED));
        assertThat(gone.allowed()).isEmpty();
        assertThat(JsonParts.object(gone.forms().get("GWS"))).isEqualTo(form(told));
    }
}
