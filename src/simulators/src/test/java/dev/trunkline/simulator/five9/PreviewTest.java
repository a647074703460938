package dev.trunkline.simulator.five9;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.Control;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of a campaign that an agent sees before they are dialled (sheet 4.1, 9.1.10). */
class PreviewTest extends AtWork {
    private JsonNode offered() {
        Control.Reply reply = offer(Quick.NUMBER);
        assertThat(reply.status()).isEqualTo(202);
        return alice.frame("8").path("payLoad");
    }

    private Control.Reply offer(String number) {
        return alice.control()
                .post(
                        "/platforms/five9/offers",
                        "{\"agent\":\"alice\",\"number\":\"" + number + "\",\"mode\":\"preview\"}");
    }

    private static String path(JsonNode preview) {
        return "previews/" + preview.path("id").asText();
    }

    private Rest.Reply dispose(JsonNode preview, String disposition) throws IOException {
        return alice.rest().put(path(preview) + "/dispose", "{\"dispositionId\":\"" + disposition + "\"}");
    }

    private Rest.Reply accept(JsonNode preview) throws IOException {
        return alice.rest().post(path(preview) + "/make_call", "{\"number\":\"" + Quick.NUMBER + "\"}");
    }

    private JsonNode previews() throws IOException {
        return alice.rest().agent("previews").json();
    }

    private String book(String member) {
        return alice.control()
                .get("/platforms/five9/offers")
                .json()
                .at("/0/" + member)
                .asText();
    }

    @Test
    void previewShouldBeToldTwiceAndListed() throws Exception {
        offer(Quick.NUMBER);
        JsonNode first = alice.socket()
                .until(frame -> Set.of("2", "8").contains(Socket.eventId(frame)))
                .get(0);
        JsonNode second = alice.socket()
                .until(frame -> Set.of("2", "8").contains(Socket.eventId(frame)))
                .get(0);

        assertThat(List.of(Socket.eventId(first), Socket.eventId(second))).containsExactlyInAnyOrder("2", "8");
        assertThat(first.path("payLoad")).isEqualTo(second.path("payLoad"));
        assertThat(previews().size()).isEqualTo(1);
        assertThat(previews().at("/0/id")).isEqualTo(first.at("/payLoad/id"));
        assertThat(alice.rest().agent(path(first.path("payLoad"))).json().path("id"))
                .isEqualTo(first.at("/payLoad/id"));
        assertThat(alice.calls().size()).isZero();
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void previewShouldNameNumberAndCampaign() {
        JsonNode preview = offered();

        assertThat(preview.toString()).contains(Quick.NUMBER);
        assertThat(preview.path("campaignId").asText()).matches("[0-9]+");
        assertThat(preview.path("state").asText()).isNotEmpty().isNotEqualTo("RENEWING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"number\":\"3125550142\"}", "{}"})
    void acceptedPreviewShouldBecomeACall(String body) throws Exception {
        JsonNode preview = offered();
        assertThat(alice.rest().post(path(preview) + "/make_call", body).ok()).isTrue();
        JsonNode call = alice.call("TALKING");

        assertThat(call.path("callType").asText()).isEqualTo("PREVIEW");
        assertThat(call.path("campaignId")).isEqualTo(preview.path("campaignId"));
        assertThat(book("state")).isEqualTo("ACCEPTED");
        assertThat(book("callId")).isEqualTo(call.path("id").asText());
        assertThat(accept(preview).ok()).isFalse();
        assertThat(simulators.books()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"true,400", "false,200"})
    void numberOfTheCallShouldBeSaidWhereItMust(boolean strict, int status) throws Exception {
        restartWith("five9.strictBodies", strict);
        JsonNode preview = offered();

        assertThat(alice.rest().post(path(preview) + "/make_call", "{}").status())
                .isEqualTo(status);
    }

    @Test
    void finalDispositionShouldCloseCallAndPreviewAtOnce() throws Exception {
        JsonNode preview = offered();
        accept(preview);
        JsonNode call = alice.call("TALKING");
        alice.dispose(call, alice.finalDisposition());

        Set<String> ends = Set.of("5", "9");
        String first = endOf(ends);
        assertThat(List.of(first, endOf(ends))).containsExactlyInAnyOrder("5", "9");
        assertThat(previews().size()).isZero();
        assertThat(alice.calls().size()).isZero();
    }

    private String endOf(Set<String> ends) {
        List<JsonNode> seen = alice.socket().until(frame -> ends.contains(Socket.eventId(frame)));
        return Socket.eventId(seen.get(seen.size() - 1));
    }

    @Test
    void otherDispositionShouldLeaveTheCallInWrapUpAndRenewThePreview() throws Exception {
        JsonNode preview = offered();
        accept(preview);
        JsonNode call = alice.call("TALKING");
        alice.dispose(call, alice.disposition("RedialNumber"));
        JsonNode renewing = renewing();

        assertThat(renewing.path("id")).isEqualTo(preview.path("id"));
        Await.until("the call waits", () -> stateOf(call).equals("WRAP_UP"));
        assertThat(previews().at("/0/state").asText()).isEqualTo("RENEWING");
        alice.dispose(call, alice.finalDisposition());
        alice.until("9");
        Await.until("all is closed", () -> stateOf(call).isEmpty());
    }

    private JsonNode renewing() {
        List<JsonNode> seen = alice.socket()
                .until(frame -> Socket.eventId(frame).equals("10")
                        && frame.at("/payLoad/state").asText().equals("RENEWING"));
        return seen.get(seen.size() - 1).path("payLoad");
    }

    private String stateOf(JsonNode call) {
        try {
            return alice.read(call).path("state").asText();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void renewedPreviewShouldBeDialledAgain() throws Exception {
        JsonNode preview = offered();
        accept(preview);
        JsonNode call = alice.call("TALKING");
        alice.dispose(call, alice.disposition("RedialNumber"));
        renewing();
        assertThat(alice.rest().put(path(preview) + "/renew", "").ok()).isTrue();
        Await.until("the first call is gone", () -> stateOf(call).isEmpty());
        assertThat(accept(preview).ok()).isTrue();

        assertThat(alice.other(call, "TALKING").path("callType").asText()).isEqualTo("PREVIEW");
    }

    @Test
    void skippedPreviewShouldBeGoneWithoutACall() throws Exception {
        JsonNode preview = offered();
        assertThat(dispose(preview, alice.disposition("RedialNumber")).ok()).isTrue();
        alice.until("9");

        assertThat(previews().size()).isZero();
        assertThat(simulators.books()).isEmpty();
        assertThat(book("state")).isNotIn("OFFERED", "ACCEPTED");
    }

    @Test
    void closedPreviewShouldBeGone() throws Exception {
        JsonNode preview = offered();
        assertThat(alice.rest().put(path(preview) + "/end", "").ok()).isTrue();
        alice.until("9");

        assertThat(previews().size()).isZero();
    }

    @Test
    void rejectedPreviewShouldBeGone() throws Exception {
        JsonNode preview = offered();
        String path = "interactions/" + preview.path("id").asText() + "/reject_preview/NOT_NOW";
        assertThat(alice.rest().put(path, "").ok()).isTrue();
        alice.until("9");

        assertThat(previews().size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"GET,''", "POST,/make_call", "PUT,/dispose", "PUT,/end", "PUT,/renew"})
    void previewThatIsNoneShouldNotBeFound(String method, String what) throws Exception {
        String body = what.equals("/dispose") ? "{\"dispositionId\":\"1\"}" : "";

        assertThat(alice.rest().agent(method, "previews/999" + what, body).status())
                .isIn(404, 435);
    }

    @Test
    void withdrawnPreviewShouldBeToldAsGone() {
        JsonNode preview = offered();
        Control.Reply reply = alice.control()
                .post("/platforms/five9/offers/" + preview.path("id").asText() + "/withdraw", "");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(alice.frame("9").at("/payLoad/id")).isEqualTo(preview.path("id"));
    }

    @Test
    void farEndsShouldBeThoseOfDialledNumbers() throws Exception {
        offer(Quick.AREA + "0101");
        JsonNode preview = alice.frame("8").path("payLoad");
        alice.rest().post(path(preview) + "/make_call", "{\"number\":\"" + Quick.AREA + "0101\"}");

        assertThat(alice.steps("4 WRAP_UP")).doesNotContain("4 TALKING");
    }

    @Test
    void wrongOffersShouldBeExplained() {
        assertThat(alice.control()
                        .post("/platforms/five9/offers", "{\"agent\":\"nobody\",\"number\":\"1\",\"mode\":\"preview\"}")
                        .status())
                .isEqualTo(400);
        assertThat(alice.control()
                        .post(
                                "/platforms/five9/offers",
                                "{\"agent\":\"alice\",\"number\":\"1\",\"mode\":\"telepathic\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void previewShouldNeedAReadyAgent() throws Exception {
        alice.fault("{\"kind\":\"not-ready\",\"agent\":\"alice\"}");
        alice.until("12");

        assertThat(offer(Quick.NUMBER).status()).isIn(400, 409);
        assertThat(previews().size()).isZero();
    }
}
