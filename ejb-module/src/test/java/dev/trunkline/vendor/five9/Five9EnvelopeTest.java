package dev.trunkline.vendor.five9;

import static dev.trunkline.vendor.five9.CallFixture.CALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.port.ContractSchema;
import dev.trunkline.port.JsonParts;
import dev.trunkline.vendor.five9.Five9Call.Me;
import dev.trunkline.vendor.five9.Five9Call.Memory;
import dev.trunkline.vendor.five9.wire.CallInfo;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of contract 3.3, from the sheet's complete example and from the little that is confirmed. */
class Five9EnvelopeTest {
    private static final Me ME = new Me("agent1@acme.example", "1001", false);

    private static Five9Call call(CallInfo told, Memory memory, Me me, String campaign) {
        return new Five9Call(me, told, "", campaign, Map.of("Customer.account", "A-17"), memory, Five9Notes.NONE);
    }

    private static CallInfo complete() {
        return Five9Json.call(CallFixture.frame().payLoad().asJsonObject());
    }

    private static JsonObject form(Five9Call call) {
        Map<String, String> forms = Five9Envelope.callForms(call);
        assertThat(forms).containsOnlyKeys("Five9");
        ContractSchema.assertFormsValid(forms);
        return JsonParts.object(forms.get("Five9")).getJsonObject("message").getJsonObject("call");
    }

    @Test
    void completeCallShouldBeToldWithAllThatIsKnown() {
        JsonObject form = form(call(complete(), Memory.NONE, ME, "Collections-East"));
        assertThat(form.keySet()).containsExactly("CallVariables", "ResponseFields", "id", "event", "CallType");
        assertThat(form.getString("id")).isEqualTo(CALL);
        assertThat(form.getString("event")).isEqualTo("TALKING");
        assertThat(form.getString("CallType")).isEqualTo("Outbound");
        assertThat(form.getJsonObject("CallVariables").getString("Customer.account"))
                .isEqualTo("A-17");
        JsonObject fields = form.getJsonObject("ResponseFields");
        assertThat(fields.getString("fromAddress")).isEqualTo("6085550100");
        assertThat(fields.getString("toAddress")).isEqualTo("6085559000");
        assertThat(fields.getString("CallState")).isEqualTo("TALKING");
        assertThat(fields.getString("OutBoundType")).isEqualTo("manualdial");
        assertThat(fields.getString("CallAgent")).isEqualTo("agent1@acme.example");
        assertThat(fields).as("only if not dialled by hand").doesNotContainKey("Campaign");
        assertThat(fields.getJsonObject("interactionData"))
                .isEqualTo(JsonParts.object("{\"interactionId\":\"" + CALL
                        + "\",\"callType\":\"MANUAL\",\"number\":\"6085559000\",\"campaignId\":\"300000000000483\"}"));
    }

    @Test
    void confirmedLittleShouldBeFilledFromWhatWasAskedFor() {
        Memory dialled = Memory.NONE.from("m-1", "6085559000");
        JsonObject fields = form(call(CallFixture.minimal("RINGING_ON_OTHER_SIDE"), dialled, ME, ""))
                .getJsonObject("ResponseFields");
        assertThat(fields.getString("toAddress")).isEqualTo("6085559000");
        assertThat(fields.getString("fromAddress")).isEqualTo("1001");
    }

    /** Contract R17. */
    @Test
    void fromAddressMayBeTheCustomerForClientsThatWereBuiltSo() {
        Me other = new Me("agent1@acme.example", "1001", true);
        assertThat(form(call(complete(), Memory.NONE, other, ""))
                        .getJsonObject("ResponseFields")
                        .getString("fromAddress"))
                .isEqualTo("6085559000");
    }

    @ParameterizedTest
    @CsvSource({"MANUAL, manualdial", "PREVIEW, preview", "OUTBOUND, outbound", "AGENT, outbound"})
    void callTypeShouldDecideTheOutBoundType(String callType, String outBoundType) {
        JsonObject told =
                JsonParts.object("{\"id\":\"" + CALL + "\",\"state\":\"TALKING\",\"callType\":\"" + callType + "\"}");
        JsonObject fields = form(call(Five9Json.call(told), Memory.NONE, ME, "Collections-East"))
                .getJsonObject("ResponseFields");
        assertThat(fields.getString("OutBoundType")).isEqualTo(outBoundType);
        assertThat(fields.containsKey("Campaign")).isEqualTo(!outBoundType.equals("manualdial"));
    }

    @Test
    void unknownWordShouldBeToldAsItIs() {
        assertThat(form(call(CallFixture.minimal("PARKED"), Memory.NONE, ME, ""))
                        .getString("event"))
                .isEqualTo("PARKED");
    }
}
