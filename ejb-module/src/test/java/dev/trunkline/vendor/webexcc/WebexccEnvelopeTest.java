package dev.trunkline.vendor.webexcc;

import static dev.trunkline.vendor.webexcc.CallFixture.CALL;
import static dev.trunkline.vendor.webexcc.CallFixture.ME;
import static dev.trunkline.vendor.webexcc.CallFixture.OUTCOMES;
import static dev.trunkline.vendor.webexcc.CallFixture.bare;
import static dev.trunkline.vendor.webexcc.CallFixture.said;
import static dev.trunkline.vendor.webexcc.CallFixture.talk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.port.JsonParts;
import dev.trunkline.vendor.webexcc.WebexccCall.Me;
import dev.trunkline.vendor.webexcc.wire.Frame;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebexccEnvelopeTest {
    private static JsonObject form(WebexccCall call) {
        return JsonParts.object(WebexccEnvelope.callForms(call).get("Webexcc"));
    }

    private static JsonObject call(JsonObject form) {
        return form.getJsonObject("message").getJsonObject("call");
    }

    /** What the seed sent of its captured message is what we send of it, but for the id, which is wrong there (contract R12). */
    @Test
    void seedsMessageShouldGiveTheSeedsEvent() throws IOException {
        JsonObject seed = sample("002-event.json");
        Frame frame =
                WebexccJson.frame(call(seed).getJsonObject("ResponseActual").toString());
        WebexccCall offered = WebexccProgress.after(
                        WebexccCall.begun(new Me(frame.agentId(), "1001"), frame, "", ""), frame, OUTCOMES)
                .get(0);
        JsonObject ours = form(offered);
        assertThat(ours.keySet()).containsExactly("channel", "topic", "subtopic", "message");
        assertThat(ours.getString("channel")).isEqualTo("Webexcc");
        assertThat(ours.getString("topic")).isEqualTo("outbound");
        assertThat(call(ours).keySet())
                .containsExactly("id", "ResponseActual", "ResponseFields", "CallType", "event", "CallVariables");
        assertThat(call(ours).getString("id")).isEqualTo(frame.interactionId());
        for (String member : new String[] {"ResponseActual", "CallType", "event", "CallVariables"}) {
            assertThat(call(ours).get(member)).as(member).isEqualTo(call(seed).get(member));
        }
        JsonObject fields = call(ours).getJsonObject("ResponseFields");
        assertThat(fields.getString("Campaign")).isEqualTo(frame.interactionId());
        JsonObject theirs = call(seed).getJsonObject("ResponseFields");
        for (String member : new String[] {"fromAddress", "toAddress", "CallState", "Type", "OutBoundType"}) {
            assertThat(fields.get(member)).as(member).isEqualTo(theirs.get(member));
        }
    }

    private static JsonObject sample(String name) throws IOException {
        try (InputStream file = WebexccEnvelopeTest.class.getResourceAsStream("/contract/schema/samples/" + name)) {
            return JsonParts.object(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Contract 3.5. */
    @ParameterizedTest
    @CsvSource({
        "OUTDIAL, '', manualdial",
        "STANDARD_PREVIEW_CAMPAIGN, preview_standard, preview",
        "DIRECT_PREVIEW_CAMPAIGN, preview_direct, directpreview",
        "CALLBACK, '', callback",
        "SOMETHING, progressive, progressive",
        "SOMETHING, predictive, predictive",
        "SOMETHING, '', outbound"
    })
    void outBoundTypeShouldBeOfTheVocabulary(String type, String campaignType, String expected) {
        String text = said("AgentOfferContact", 1)
                .text()
                .replace("\"OUTDIAL\"", "\"" + type + "\"")
                .replace(
                        "\"virtualTeamName\"",
                        "\"campaignId\":\"Spring Sale\",\"campaignType\":\"" + campaignType + "\",\"virtualTeamName\"");
        Frame frame = WebexccJson.frame(text);
        WebexccCall call =
                WebexccProgress.after(CallFixture.begun(frame), frame, OUTCOMES).get(0);
        JsonObject fields = call(form(call)).getJsonObject("ResponseFields");
        assertThat(fields.getString("OutBoundType")).isEqualTo(expected);
        assertThat(fields.getString("Campaign")).isEqualTo(expected.equals("manualdial") ? CALL : "Spring Sale");
    }

    /** Failures do not always say of which call they are (sheet 4). */
    @Test
    void messageWithoutIdShouldGetIt() {
        Frame bare = WebexccJson.ofCall(bare("AgentOutboundFailed", 4, "\"reason\":\"X\""), CALL);
        WebexccCall call = WebexccProgress.after(WebexccCall.begun(ME, bare, "m-1", "+12065550111"), bare, OUTCOMES)
                .get(0);
        JsonObject told = call(form(call));
        assertThat(told.getJsonObject("ResponseActual").getJsonObject("data").getString("interactionId"))
                .isEqualTo(CALL);
        assertThat(told.getJsonObject("ResponseFields").getString("toAddress")).isEqualTo("+12065550111");
        assertThat(told.getString("CallType")).isEqualTo("OUTBOUND");
    }

    @Test
    void variablesShouldBeThoseThatAnAgentMaySee() {
        String data = "\"callAssociatedData\":{\"FC-DESKTOP-VIEW\":{\"name\":\"FC-DESKTOP-VIEW\",\"value\":\"x\"},"
                + "\"a\":{\"name\":\"a\",\"value\":\"1\",\"agentViewable\":true},"
                + "\"b\":{\"name\":\"b\",\"value\":\"2\",\"agentViewable\":false},"
                + "\"c\":{\"name\":\"c\",\"value\":\"3\",\"isSecure\":true},"
                + "\"token\":{\"name\":\"token\",\"value\":\"4\"}},"
                + "\"callFlowParams\":{\"f\":{\"name\":\"f\",\"value\":\"5\"}}";
        Frame frame = said("AgentContactAssigned", 1).connected().contact(data).frame();
        WebexccCall call =
                WebexccProgress.after(CallFixture.begun(frame), frame, OUTCOMES).get(0);
        assertThat(call(form(call)).getJsonObject("CallVariables").keySet())
                .containsExactly("ani", "dn", "ronaTimeout", "virtualTeamName", "f", "a");
        assertThat(call.variables()).containsOnlyKeys("a", "f");
        assertThat(form(call).toString()).doesNotContain("\"token\"");
    }

    @Test
    void wordAndStateShouldBeApart() {
        JsonObject told = call(form(talk()));
        assertThat(told.getString("event")).isEqualTo("CustAnswered");
        assertThat(told.getJsonObject("ResponseFields").getString("CallState")).isEqualTo("connected");
    }
}
