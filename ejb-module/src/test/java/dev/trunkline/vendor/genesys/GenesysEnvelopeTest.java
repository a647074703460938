package dev.trunkline.vendor.genesys;

import static dev.trunkline.vendor.genesys.CallFixture.call;
import static dev.trunkline.vendor.genesys.CallFixture.legs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.port.ContractSchema;
import dev.trunkline.port.JsonParts;
import dev.trunkline.vendor.genesys.GenesysCall.Memory;
import dev.trunkline.vendor.genesys.GenesysEventMapper.Telling;
import dev.trunkline.vendor.genesys.wire.Conversation;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenesysEnvelopeTest {
    private static String sample(String name) {
        try (InputStream stream =
                GenesysEnvelopeTest.class.getResourceAsStream("/contract/schema/samples/" + name + ".json")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String form(GenesysCall call) {
        Map<String, String> forms =
                GenesysEventMapper.toSnapshots(call, Telling.PLAIN).get(0).forms();
        assertThat(forms).containsOnlyKeys("Genesys");
        return forms.get("Genesys");
    }

    @Test
    void formShouldBeTheSeedsSampleMemberForMember() {
        Conversation contacting = new Conversation(
                "1fea4441-ff4e-4aa4-a2c1-821fa51832f5",
                legs("a agent contacting me").legs());
        String json = form(new GenesysCall(
                CallFixture.AGENT, CallFixture.TEST_AGENT, contacting, Memory.of("6085559000", "m-1", "")));
        assertThat(JsonParts.object(json)).isEqualTo(JsonParts.object(sample("000-event")));
        assertThat(json).isEqualTo(sample("000-event").replaceAll("(?<=[{,:\\[])\\s+|\\s+(?=[}\\]\"])", ""));
    }

    @Test
    void campaignCallShouldHaveItsThreeMembersMoreInTheContractsOrder() {
        JsonObject call = JsonParts.object(form(call(legs(
                        "a agent connected me talked",
                        "f customer connected talked attribute=dialerCampaignId:34c0f7b1 ani=tel:+18005550100"
                                + " dnis=tel:+13125550142"))))
                .getJsonObject("message")
                .getJsonObject("call");
        JsonObject expected = JsonParts.object(sample("example-event-genesys-campaign"))
                .getJsonObject("message")
                .getJsonObject("call");
        assertThat(call.keySet()).containsExactlyElementsOf(expected.keySet());
        assertThat(call.getJsonObject("ResponseFields").keySet())
                .containsExactlyElementsOf(
                        expected.getJsonObject("ResponseFields").keySet());
        assertThat(call.getJsonObject("ResponseFields").getString("Campaign")).isEqualTo("34c0f7b1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a agent contacting me",
                "a agent hovering me",
                "a agent terminated me disconnectType=error",
                "a agent connected me talked,f customer dialing address=sip:+16085559000@edge;language=en-US",
                "a agent connected me talked,f customer connected talked ani=sip:unknown@localhost",
                "a agent connected me talked held=true,f customer connected talked attribute=dialerCampaignId:c1",
                "a agent disconnected me talked work,f customer terminated talked",
                "x user connected talked,a user alerting me in"
            })
    void everyMessageShouldPassTheSchema(String legs) {
        GenesysEventMapper.toSnapshots(call(legs(legs.split(","))), Telling.PLAIN)
                .forEach(told -> ContractSchema.assertFormsValid(told.forms()));
    }

    @Test
    void eventOfTheSheetShouldPassTheSchema() {
        ContractSchema.assertFormsValid(Map.of("Genesys", form(call(CallFixture.dialing()))));
    }

    @Test
    void secretsAndOurMarkShouldNotBeTold() {
        Conversation conversation = legs(
                "a agent connected me talked attribute=Password:hush",
                "f customer connected talked attribute=gwRequestId:m-1");
        var told = GenesysEventMapper.toSnapshots(call(conversation), Telling.PLAIN)
                .get(0);
        assertThat(told.variables()).isEmpty();
        assertThat(told.raw()).doesNotContain("hush");
        assertThat(told.facts()).doesNotContain("hush").doesNotContain("gwRequestId");
    }

    @ParameterizedTest
    @EnumSource
    void stateMessagesShouldPassTheSchema(AgentState state) {
        AgentSnapshot agent =
                new AgentSnapshot(state, state.label(), "", "Test Agent", "u-1", "t@example.com", "1001", "", "");
        ContractSchema.assertValid("agent", GenesysEnvelope.stateForms(agent).get("Genesys"));
    }
}
