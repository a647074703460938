package dev.trunkline.vendor.finesse;

import static dev.trunkline.vendor.finesse.CallFixture.INES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Verb;
import dev.trunkline.port.ContractSchema;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outbound Option as the sheet (4.3, 4.4) and seed 004 have it: what is offered, and the customer's call that follows. */
class FinesseCampaignTest {
    private static final String OFFER = "2130706631";
    private static final String CUSTOMER = "961084713";
    /** The members of an action stand in two different orders in the seed itself (contract R19). */
    private static final List<String> IN_THIS_ORDER = List.of(
            "",
            "/data",
            "/data/call",
            "/data/call/ButtonStates/items",
            "/data/call/ActionsAllowed/items",
            "/data/call/ResponseActual",
            "/data/call/ResponseActual/dialog",
            "/data/call/ResponseActual/dialog/mediaProperties",
            "/data/call/ResponseActual/dialog/participants/participant/0",
            "/data/call/CallVariables",
            "/data/call/ResponseFields");

    @ParameterizedTest
    @CsvSource({
        "OUTBOUND_PREVIEW, PREVIEW_OUTBOUND_RESERVATION, preview, Outbound Preview",
        "OUTBOUND_PREVIEW, BLENDED_PREVIEW_OUTBOUND_RESERVATION, preview, Outbound Preview",
        "OUTBOUND_DIRECT_PREVIEW, DIRECT_PREVIEW_OUTBOUND_RESERVATION, directpreview, Outbound Direct Preview",
        "OUTBOUND_DIRECT_PREVIEW, BLENDED_DIRECT_PREVIEW_OUTBOUND_RESERVATION, directpreview, Outbound Direct Preview",
        "OUTBOUND_CALLBACK_PREVIEW, PREVIEW_OUTBOUND_RESERVATION, callback, OUTBOUND_CALLBACK_PREVIEW",
        "OUTBOUND_PERSONAL_CALLBACK_PREVIEW, PREVIEW_OUTBOUND_RESERVATION, callback, OUTBOUND_PERSONAL_CALLBACK_PREVIEW"
    })
    void offerShouldBeAPreviewInEachModeWhicheverStateFinesseShows(
            String callType, String status, String outBoundType, String word) {
        for (String state : new String[] {"ALERTING", "ACTIVE", "INITIATED"}) {
            CallSnapshot offer = offer(
                    callType, status, state, "<action>ACCEPT</action><action>REJECT</action><action>CLOSE</action>");
            assertThat(offer.lifeCycle()).contains(LifeCycle.PREVIEW);
            assertThat(offer.platformState()).isEqualTo(state);
            assertThat(offer.allowed()).containsExactly(Verb.ACCEPT, Verb.REJECT, Verb.CLOSE, Verb.SKIP);
            assertThat(offer.toAddress()).isEqualTo(CUSTOMER);
            assertThat(offer.dialled()).isEmpty();
            assertKind(offer, outBoundType, word);
            assertThat(buttons(offer)).isEqualTo("[Accept, Reject, Close]");
        }
    }

    @Test
    void acceptedOfferShouldStayAPreviewWithNothingOpenAndThenEnd() {
        CallSnapshot accepted = offer("OUTBOUND_PREVIEW", "PREVIEW_OUTBOUND_RESERVATION", "ACCEPTED", "");
        assertThat(accepted.platformState()).isEqualTo("ACCEPTED");
        assertThat(accepted.lifeCycle()).contains(LifeCycle.PREVIEW);
        assertThat(accepted.allowed()).isEmpty();
        assertThat(buttons(accepted)).isEqualTo("[]");
    }

    @Test
    void recordWithoutANumberShouldBeOfferedAllTheSame() {
        CallSnapshot offer = snapshot(
                dialog("OUTBOUND_PREVIEW", "PREVIEW_OUTBOUND_RESERVATION", "ALERTING", "<action>ACCEPT</action>")
                        .replace(CUSTOMER, ""));
        assertThat(offer.toAddress()).isEmpty();
        assertThat(offer.allowed()).containsExactly(Verb.ACCEPT);
        ContractSchema.assertFormsValid(offer.forms());
    }

    @Test
    void numberOfTheRecordShouldBeThatWithoutTheDialersPrefix() {
        String dialog = dialog(
                "OUTBOUND_DIRECT_PREVIEW", "DIRECT_PREVIEW_OUTBOUND_RESERVATION", "ACTIVE", "<action>ACCEPT</action>");
        CallSnapshot offer =
                snapshot(dialog.replace("<mediaType>", "<callbackNumber>3125550142</callbackNumber><mediaType>"));
        assertThat(offer.toAddress()).isEqualTo("3125550142");
    }

    @ParameterizedTest
    @CsvSource({
        "OUTBOUND, PREVIEW_OUTBOUND, preview, Outbound",
        "OUTBOUND, BLENDED_DIRECT_PREVIEW_OUTBOUND, directpreview, Outbound",
        "OUTBOUND, PROGRESSIVE_OUTBOUND, progressive, Outbound",
        "OUTBOUND, BLENDED_PREDICTIVE_OUTBOUND, predictive, Outbound",
        "OUTBOUND, OUTBOUND, outbound, Outbound",
        "OUTBOUND_CALLBACK, PREVIEW_OUTBOUND, callback, OUTBOUND_CALLBACK",
        "OUTBOUND_PERSONAL_CALLBACK, '', callback, OUTBOUND_PERSONAL_CALLBACK"
    })
    void customersCallShouldBeOfItsModeAndPointToItsOffer(
            String callType, String status, String outBoundType, String word) {
        CallSnapshot ringing = customer(callType, status, "ALERTING", "<action>ANSWER</action>");
        assertThat(ringing.lifeCycle()).contains(LifeCycle.RINGING);
        assertThat(ringing.parentCallId()).isEqualTo(OFFER);
        assertThat(buttons(ringing)).isEqualTo("[Answer]");
        CallSnapshot talking = customer(
                callType,
                status,
                "ACTIVE",
                "<action>DROP</action><action>UPDATE_SCHEDULED_CALLBACK</action><action>CANCEL_SCHEDULED_CALLBACK</action>");
        assertThat(talking.lifeCycle()).contains(LifeCycle.CONNECTED);
        assertThat(talking.allowed()).containsExactly(Verb.DROP, Verb.SCHEDULE, Verb.CANCEL_SCHEDULE);
        assertThat(buttons(talking)).isEqualTo("[Drop, UpdateSchedule, CancelSchedule]");
        assertKind(talking, outBoundType, word);
    }

    @Test
    void seedsDialogShouldMakeTheSeedsMessageAndNothingThatIsSecret() {
        JsonObject received = read(CallFixture.resource("/contract/schema/samples/004-received.json"));
        assertThat(received.toString()).contains("\"password\":\"12345\"");
        JsonObject call = received.getJsonObject("data").getJsonObject("call");
        String variables = variables(call.getJsonObject("CallVariables")) + variable("Password", "12345");
        String user = xml("user", call.getJsonObject("ResponseActual").getJsonObject("user"));
        String dialog = xml("Dialog", call.getJsonObject("ResponseActual").getJsonObject("dialog"))
                .replace("<callvariables></callvariables>", "<callvariables>" + variables + "</callvariables>")
                .replace("<mediaType>", user + "<mediaType>");
        assertThat(dialog).contains("<password>12345</password>");

        CallSnapshot snapshot = FinesseEventMapper.toSnapshot(
                FinesseCall.of(CallFixture.agent("311640960", "5068"), FinesseXml.dialog(dialog)), "");

        JsonObject made = read(snapshot.forms().get("Cisco"));
        JsonObject sample = read(CallFixture.resource("/contract/schema/samples/004-event.json"));
        assertThat(made).isEqualTo(sample);
        IN_THIS_ORDER.forEach(place -> assertThat(names(made, place)).as(place).isEqualTo(names(sample, place)));
        assertThat(buttons(snapshot))
                .isEqualTo("[DirectTransfer, Consult, Hold, UpdateCallData, Drop, UpdateSchedule]");
        assertThat(snapshot.toString()).doesNotContain("12345").doesNotContainIgnoringCase("password");
    }

    private static List<String> names(JsonObject message, String place) {
        return List.copyOf(message.getValue(place).asJsonObject().keySet());
    }

    private static void assertKind(CallSnapshot call, String outBoundType, String word) {
        ContractSchema.assertFormsValid(call.forms());
        assertThat(call.published()).isTrue();
        assertThat(call.campaign()).isEqualTo("arul1");
        JsonObject told =
                read(call.forms().get("Finesse")).getJsonObject("message").getJsonObject("call");
        assertThat(told.getJsonObject("ResponseFields").getString("OutBoundType"))
                .isEqualTo(outBoundType);
        assertThat(told.getJsonObject("ResponseFields").getString("Campaign")).isEqualTo("arul1");
        assertThat(told.getString("CallType")).isEqualTo(word);
        assertThat(told.getJsonObject("CallVariables").getString("BACampaign")).isEqualTo("arul1");
    }

    private static String buttons(CallSnapshot call) {
        return read(call.forms().get("Cisco"))
                .getJsonObject("data")
                .getJsonObject("call")
                .getJsonObject("ButtonStates")
                .getJsonObject("items")
                .keySet()
                .toString();
    }

    private static CallSnapshot offer(String callType, String status, String state, String actions) {
        return snapshot(dialog(callType, status, state, actions));
    }

    /** From the dialer's port to the agent; the customer is not on it. */
    private static String dialog(String callType, String status, String state, String actions) {
        return "<Dialog><id>" + OFFER + "</id><fromAddress>8100</fromAddress><toAddress>5101</toAddress>"
                + media(callType, status) + "<mediaType>Voice</mediaType><participants>"
                + party("5101", "AGENT_DEVICE", state, actions) + "</participants><state>" + state
                + "</state><uri>/finesse/api/Dialog/" + OFFER + "</uri></Dialog>";
    }

    private static CallSnapshot customer(String callType, String status, String state, String actions) {
        return snapshot("<Dialog><id>16786700</id><associatedDialogUri>/finesse/api/Dialog/" + OFFER
                + "</associatedDialogUri><fromAddress>5101</fromAddress><toAddress>" + CUSTOMER + "</toAddress>"
                + media(callType, status) + "<mediaType>Voice</mediaType><participants>"
                + party("5101", "AGENT_DEVICE", state, actions) + party(CUSTOMER, "", "ACTIVE", "")
                + "</participants><state>" + state + "</state><uri>/finesse/api/Dialog/16786700</uri></Dialog>");
    }

    private static String media(String callType, String status) {
        return "<mediaProperties><callType>" + callType + "</callType><dialedNumber>" + CUSTOMER
                + "</dialedNumber><callvariables>" + variable("BACampaign", "arul1") + variable("BAStatus", status)
                + "</callvariables></mediaProperties>";
    }

    private static String party(String address, String type, String state, String actions) {
        return "<Participant><actions>" + actions + "</actions><mediaAddress>" + address
                + "</mediaAddress><mediaAddressType>" + type
                + "</mediaAddressType><startTime>2026-03-02T10:00:00.000Z</startTime><state>" + state
                + "</state><stateChangeTime>2026-03-02T10:00:00.000Z</stateChangeTime></Participant>";
    }

    private static CallSnapshot snapshot(String dialog) {
        return FinesseEventMapper.toSnapshot(FinesseCall.of(INES, FinesseXml.dialog(dialog)), "");
    }

    private static String variables(JsonObject all) {
        StringBuilder xml = new StringBuilder();
        all.keySet().forEach(name -> xml.append(variable(name, all.getString(name))));
        return xml.toString();
    }

    private static String variable(String name, String value) {
        return "<CallVariable><name>" + name + "</name><value>" + value + "</value></CallVariable>";
    }

    /** The seed's members as elements again; an array is its parent's children. */
    private static String xml(String name, JsonValue value) {
        if (value instanceof JsonArray list) {
            StringBuilder all = new StringBuilder();
            list.forEach(one -> all.append(xml(name, one)));
            return name.equals("actions")
                    ? element(name, all.toString().replace("actions>", "action>"))
                    : all.toString();
        }
        if (value instanceof JsonObject object) {
            StringBuilder members = new StringBuilder();
            for (Map.Entry<String, JsonValue> member : object.entrySet()) {
                members.append(xml(member.getKey(), member.getValue()));
            }
            return element(name, members.toString());
        }
        return element(name, value.toString().replace("\"", ""));
    }

    private static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }

    private static JsonObject read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
