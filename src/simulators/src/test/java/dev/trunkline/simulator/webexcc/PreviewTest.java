package dev.trunkline.simulator.webexcc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Control;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contacts of campaigns that are offered to an agent (sheet 4.1). */
class PreviewTest extends AtWork {
    private Control.Reply bring(String number, String mode) {
        return alice.control()
                .post(
                        "/platforms/webexcc/offers",
                        "{\"agent\":\"alice\",\"number\":\"" + number + "\",\"mode\":\"" + mode + "\"}");
    }

    private JsonNode offered(String number) {
        Control.Reply reply = bring(number, "preview");
        assertThat(reply.status()).as(reply.toString()).isBetween(200, 202);
        return alice.listener().event("AgentOfferCampaignReservation");
    }

    private JsonNode offered() {
        return offered(Quick.NUMBER);
    }

    private static String detail(JsonNode offer, String name) {
        return offer.at("/interaction/callProcessingDetails/" + name).asText();
    }

    private Rest.Reply answer(JsonNode offer, String what) throws IOException {
        return answer(offer.path("campaignId").asText(), Worker.id(offer), what);
    }

    private Rest.Reply answer(String campaign, String task, String what) throws IOException {
        String encoded = Rest.encoded(campaign).replace("+", "%20");
        return alice.rest().post("/v1/dialer/campaign/" + encoded + "/preview-task/" + task + "/" + what, "{}");
    }

    private JsonNode assigned(JsonNode offer) throws IOException {
        assertThat(answer(offer, "accept").status()).isEqualTo(202);
        return alice.listener().event("AgentContactAssigned");
    }

    private String booked(String member) {
        return alice.control()
                .get("/platforms/webexcc/offers")
                .json()
                .path(0)
                .path(member)
                .asText();
    }

    private boolean gone(JsonNode offer) throws IOException {
        return !alice.reloaded().path("interactionIds").toString().contains(Worker.id(offer));
    }

    @Test
    void offerShouldSayWhatItIs() {
        bring(Quick.NUMBER, "preview");
        JsonNode frame = alice.listener().message("AgentOfferCampaignReservation");
        JsonNode offer = frame.path("data");

        assertThat(frame.path("type").asText()).isEqualTo("RoutingMessage");
        assertThat(Worker.id(offer)).isNotEmpty();
        assertThat(offer.at("/interaction/outboundType").asText()).isEqualTo("STANDARD_PREVIEW_CAMPAIGN");
        assertThat(detail(offer, "campaignType")).isEqualTo("preview_standard");
        assertThat(detail(offer, "campaignId")).isNotEmpty();
        assertThat(detail(offer, "campaignPreviewOfferTimeout")).matches("\\d{13}");
        assertThat(detail(offer, "campaignPreviewAutoAction")).isEqualTo("SKIP");
        assertThat(detail(offer, "campaignPreviewSkipDisabled")).isEqualTo("false");
        assertThat(detail(offer, "campaignPreviewRemoveDisabled")).isEqualTo("false");
        assertThat(offer.at("/interaction/callProcessingDetails").toString()).contains(Quick.NUMBER);
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void directPreviewShouldBeAnotherType() {
        bring(Quick.NUMBER, "directpreview");
        JsonNode offer = alice.listener().event("AgentOfferCampaignReservation");

        assertThat(offer.at("/interaction/outboundType").asText()).isEqualTo("DIRECT_PREVIEW_CAMPAIGN");
        assertThat(detail(offer, "campaignType")).isEqualTo("preview_direct");
    }

    @Test
    void offerShouldBeInTheBooks() {
        JsonNode offer = offered();

        assertThat(booked("state")).isEqualTo("OFFERED");
        assertThat(booked("number")).isEqualTo(Quick.NUMBER);
        assertThat(booked("reservationId")).isEqualTo(Worker.id(offer));
    }

    @Test
    void acceptedOfferShouldBecomeAnotherContact() throws Exception {
        JsonNode offer = offered();
        JsonNode call = assigned(offer);

        assertThat(call.path("reservationInteractionId").asText()).isEqualTo(Worker.id(offer));
        assertThat(Worker.id(call)).isNotEqualTo(Worker.id(offer));
        assertThat(booked("callId")).isEqualTo(Worker.id(call));
        assertThat(simulators.books()).hasSize(1);
        assertThat(simulators.books().get(0).number()).isEqualTo(Quick.NUMBER);
    }

    @Test
    void acceptedCallShouldBeACallLikeAnother() throws Exception {
        JsonNode call = assigned(offered());
        alice.held(call);
        alice.wrappedUp(alice.hungUp(call));

        assertThat(alice.reloaded().path("interactionIds")).isEmpty();
        alice.talk();
    }

    @Test
    void offerShouldEndWhereThatIsToldToo() throws Exception {
        restartWith("acceptTold", "both");
        JsonNode offer = offered();
        answer(offer, "accept");

        alice.listener().event("ContactEnded", data -> Worker.id(data).equals(Worker.id(offer)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"skip", "remove"})
    void refusedOfferShouldBeOver(String what) throws Exception {
        JsonNode offer = offered();
        assertThat(answer(offer, what).status()).isEqualTo(202);

        alice.listener().event("ContactEnded", data -> Worker.id(data).equals(Worker.id(offer)));
        assertThat(gone(offer)).isTrue();
        assertThat(simulators.books()).isEmpty();
        assertThat(booked("state")).isNotEqualTo("OFFERED");
    }

    @ParameterizedTest
    @CsvSource({"first,CampaignContactUpdated", "second,ContactEnded", "both,ContactEnded"})
    void skippingShouldBeToldAsSet(String setting, String event) throws Exception {
        restartWith("skipTold", setting);
        JsonNode offer = offered();
        answer(offer, "skip");
        List<String> told = alice.listener().contacts(event);

        assertThat(told.contains("CampaignContactUpdated")).isEqualTo(!setting.equals("second"));
        assertThat(gone(offer)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "accept,CampaignPreviewAcceptFailed",
        "skip,CampaignPreviewSkipFailed",
        "remove,CampaignPreviewRemoveFailed"
    })
    void answeredOfferShouldNotBeAnsweredAgain(String what, String event) throws Exception {
        JsonNode offer = offered();
        answer(offer, "skip");
        alice.listener().event("ContactEnded");
        assertThat(answer(offer, what).status()).isEqualTo(202);

        assertThat(alice.listener().event(event).path("campaignId").asText())
                .isEqualTo(offer.path("campaignId").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "previewSkipDisabled,skip,CampaignPreviewSkipFailed",
        "previewRemoveDisabled,remove,CampaignPreviewRemoveFailed"
    })
    void whatIsDisabledShouldFail(String setting, String what, String event) throws Exception {
        restartWith(setting, true);
        JsonNode offer = offered();
        answer(offer, what);

        alice.listener().event(event);
        assertThat(gone(offer)).isFalse();
    }

    @Test
    void disabledShouldBeSaidInTheOffer() throws Exception {
        restartWith("previewSkipDisabled", true);

        assertThat(detail(offered(), "campaignPreviewSkipDisabled")).isEqualTo("true");
    }

    @Test
    void failureShouldBeMisspelledWhereItIs() throws Exception {
        restart(usual().with("webexcc.misspelledSkipFailed", true).with("webexcc.previewSkipDisabled", true));
        answer(offered(), "skip");

        alice.listener().event("CampaingnPreviewSkipFailed");
    }

    @Test
    void campaignShouldBeNamedRightly() throws Exception {
        JsonNode offer = offered();
        answer("Another Sale", Worker.id(offer), "accept");

        alice.listener().event("CampaignPreviewAcceptFailed");
        assertThat(gone(offer)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"skip,ContactEnded", "remove,ContactEnded", "accept,AgentContactAssigned"})
    void forgottenOfferShouldDoWhatIsSet(String action, String event) throws Exception {
        restart(usual().with("webexcc.offer", "1ms").with("webexcc.previewAutoAction", action));
        JsonNode offer = offered();

        assertThat(detail(offer, "campaignPreviewAutoAction")).isEqualToIgnoringCase(action);
        alice.listener().event(event);
        assertThat(gone(offer)).isTrue();
    }

    @Test
    void offerShouldBeWithdrawn() throws Exception {
        JsonNode offer = offered();
        assertThat(alice.control()
                        .post("/platforms/webexcc/offers/" + booked("offerId") + "/withdraw", "")
                        .status())
                .isBetween(200, 202);

        alice.listener().event("ContactEnded", data -> Worker.id(data).equals(Worker.id(offer)));
    }

    @Test
    void offerShouldBeGoneAtTheMomentItIsAccepted() throws Exception {
        JsonNode offer = offered();
        alice.ownFault("withdraw-offer");
        assertThat(answer(offer, "accept").status()).isEqualTo(202);

        alice.listener().event("CampaignPreviewAcceptFailed");
        assertThat(booked("state")).isEqualTo("WITHDRAWN");
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void idleAgentShouldNotBeOfferedAnything() throws Exception {
        alice.become("Idle", alice.auxCode("Break"));
        alice.listener().event("AgentStateChangeSuccess");

        assertThat(bring(Quick.NUMBER, "preview").status()).isEqualTo(400);
    }

    @Test
    void reloadShouldBringTheOffer() throws Exception {
        JsonNode offer = offered();

        assertThat(gone(offer)).isFalse();
        assertThat(Worker.id(alice.listener().event("AgentContact"))).isEqualTo(Worker.id(offer));
    }

    @Test
    void unansweredPreviewCallShouldFail() throws Exception {
        JsonNode offer = offered(Quick.AREA + "0101");
        answer(offer, "accept");

        alice.listener()
                .first(frame -> List.of("AgentOutboundFailed", "ContactEnded").contains(Listener.type(frame)));
    }
}
