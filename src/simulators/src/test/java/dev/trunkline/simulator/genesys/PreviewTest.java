package dev.trunkline.simulator.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Options;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Records of campaigns that come to an agent (sheet 4.1). */
class PreviewTest extends AtWork {
    private static final String TALK = "customer connected, agent connected";

    private Control control;

    @Override
    void start(Options options) throws IOException {
        super.start(options);
        control = new Control(simulators);
        alice.subscribe("conversations.calls", "conversations.callbacks", "routingStatus");
        alice.rest()
                .patch(
                        "users/" + alice.userId() + "/presences/purecloud",
                        "{\"presenceDefinition\":{\"id\":\"" + alice.described("/presences/On Queue") + "\"}}");
    }

    private Control.Reply offer(String number, String mode) {
        return control.post(
                "/platforms/genesys/offers",
                "{\"agent\":\"alice\",\"number\":\"" + number + "\",\"mode\":\"" + mode + "\"}");
    }

    private String booked(String member) {
        return control.get("/platforms/genesys/offers")
                .json()
                .path(0)
                .path(member)
                .asText();
    }

    /** The next snapshot of callbacks in which the agent's leg has this state. */
    private Snapshot offered(String state) {
        JsonNode frame = alice
                .listener()
                .until(one -> one.path("topicName").asText().endsWith(".callbacks")
                        && one.at("/eventBody/participants/1/state").asText().equals(state))
                .stream()
                .reduce((older, newer) -> newer)
                .orElseThrow();
        return Snapshot.of(frame);
    }

    private Snapshot accepted() throws IOException {
        offer(Quick.NUMBER, "preview");
        Snapshot preview = offered("alerting");
        assertThat(change(preview, "{\"state\":\"connected\"}").status()).isEqualTo(202);
        return offered("connected");
    }

    private Rest.Reply change(Snapshot preview, String change) throws IOException {
        return alice.rest().patch(path(preview), change);
    }

    private static String path(Snapshot preview) {
        return "conversations/callbacks/" + preview.id() + "/participants/"
                + preview.party(1).path("id").asText();
    }

    private Rest.Reply call(Snapshot preview, String body) throws IOException {
        return alice.rest().post("conversations/calls/" + preview.id(), body);
    }

    @Test
    void previewShouldComeWithItsRecord() throws Exception {
        offer(Quick.NUMBER, "preview");
        Snapshot preview = offered("alerting");

        assertThat(preview.party(1).at("/outboundPreview/campaignId").asText()).isNotEmpty();
        assertThat(preview.party(1).at("/callbackNumbers/0").asText()).isEqualTo(Quick.NUMBER);
        assertThat(preview.party(1).path("skipEnabled").asBoolean()).isTrue();
        assertThat(preview.party(0).at("/attributes/dialerContactId").asText()).isNotEmpty();
        assertThat(alice.rest().get("conversations/callbacks").text("/entities/0/id"))
                .isEqualTo(preview.id());
        assertThat(alice.rest()
                        .get("outbound/contactlists/"
                                + preview.party(1)
                                        .at("/outboundPreview/contactListId")
                                        .asText() + "/contacts/1")
                        .text("/data/LastName"))
                .isEqualTo("Brown");
        assertThat(booked("state")).isEqualTo("OFFERED");
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void acceptedPreviewShouldBeCalledInTheSameConversation() throws Exception {
        Snapshot preview = accepted();
        Rest.Reply reply = call(preview, "{\"callNumber\":\"" + Quick.NUMBER + "\",\"phoneColumn\":\"CellPhone\"}");
        Snapshot talk = alice.untilOne("agent connected, customer connected");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/id")).isEqualTo(preview.id());
        assertThat(talk.id()).isEqualTo(preview.id());
        assertThat(talk.party(1).at("/attributes/dialerCampaignId").asText()).isNotEmpty();
        assertThat(simulators.books()).hasSize(1);
        assertThat(booked("callId")).isEqualTo(preview.id());
        alice.change(talk, 0, "{\"state\":\"disconnected\"}");
        alice.until("agent disconnected (client) ACW, customer terminated (peer)");
        assertThat(booked("state")).isEqualTo("ENDED");
    }

    @Test
    void previewShouldBeCalledOnlyWhenItIsTaken() throws Exception {
        offer(Quick.NUMBER, "preview");
        Snapshot preview = offered("alerting");

        assertThat(call(preview, "{}").error()).isEqualTo("400 constraint.validation");
        assertThat(call(preview, "{\"callNumber\":\"1\"}").error())
                .isEqualTo("400 conversation.error.participant.no.active.conversations");
        change(preview, "{\"state\":\"connected\"}");
        assertThat(change(preview, "{\"state\":\"connected\"}").error())
                .isEqualTo("400 callback.error.answer.not.alerting");
        call(preview, "{\"callNumber\":\"" + Quick.NUMBER + "\"}");
        assertThat(call(preview, "{\"callNumber\":\"" + Quick.NUMBER + "\"}").error())
                .isEqualTo("400 conversation.error.callback.call.cannot.be.placed");
    }

    @Test
    void takenPreviewShouldBeCalledByItselfInTheEnd() throws Exception {
        restart(Quick.unhurried().with("genesys.offer", "100ms"));
        accepted();

        alice.until("agent connected, customer connected");
    }

    @Test
    void rejectedPreviewShouldEnd() throws Exception {
        offer(Quick.NUMBER, "preview");
        change(offered("alerting"), "{\"state\":\"disconnected\"}");

        offered("terminated");
        assertThat(booked("state")).isEqualTo("REJECTED");
    }

    @Test
    void skippedPreviewShouldBeKnownByItsCode() throws Exception {
        Snapshot preview = accepted();
        change(preview, "{\"state\":\"disconnected\"}");
        String leg = alice.rest().get("conversations/" + preview.id()).text("/participants/1/callbacks/0/id");
        Rest.Reply reply = alice.rest()
                .post(
                        path(preview) + "/communications/" + leg + "/wrapup",
                        "{\"code\":\"ININ-OUTBOUND-PREVIEW-SKIPPED\"}");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(booked("state")).isEqualTo("SKIPPED");
    }

    @Test
    void closedPreviewShouldBeWrappedUp() throws Exception {
        Snapshot preview = accepted();
        change(preview, "{\"state\":\"disconnected\"}");
        change(preview, "{\"wrapup\":{\"code\":\"" + alice.described("/wrapupCodes/Sale") + "\"}}");

        offered("terminated");
        assertThat(booked("state")).isEqualTo("CLOSED");
    }

    @Test
    void missedPreviewShouldLeaveTheAgentNotResponding() throws Exception {
        restart(Quick.unhurried().with("genesys.offer", "100ms"));
        offer(Quick.NUMBER, "preview");
        alice.listener()
                .until(frame ->
                        frame.at("/eventBody/routingStatus/status").asText().equals("NOT_RESPONDING"));

        assertThat(booked("state")).isEqualTo("WITHDRAWN");
        String path = "users/" + alice.userId() + "/routingstatus";
        assertThat(alice.rest().put(path, "{\"status\":\"IDLE\"}").text("/status"))
                .isEqualTo("IDLE");
    }

    @Test
    void wayOutOfNotRespondingShouldBeClosedWhereItIs() throws Exception {
        restart(Quick.unhurried().with("genesys.offer", "100ms").with("genesys.idleEndsNotResponding", false));
        offer(Quick.NUMBER, "preview");
        alice.listener()
                .until(frame ->
                        frame.at("/eventBody/routingStatus/status").asText().equals("NOT_RESPONDING"));

        assertThat(alice.rest()
                        .put("users/" + alice.userId() + "/routingstatus", "{\"status\":\"IDLE\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void offerShouldBeWithdrawnByTheControlPlaneOrUnderwayToTheAccept() throws Exception {
        String id = offer(Quick.NUMBER, "preview").json().path("offerId").asText();
        offered("alerting");
        assertThat(control.post("/platforms/genesys/offers/" + id + "/withdraw", "")
                        .status())
                .isEqualTo(202);
        offered("terminated");
        assertThat(booked("state")).isEqualTo("WITHDRAWN");

        simulators.reset();
        control.post("/platforms/genesys/faults", "{\"kind\":\"withdraw-offer\"}");
        offer(Quick.NUMBER, "preview");
        change(offered("alerting"), "{\"state\":\"connected\"}");
        offered("terminated");
        assertThat(booked("state")).isEqualTo("WITHDRAWN");
    }

    @Test
    void deliveredCallShouldComeInwards() throws Exception {
        offer(Quick.NUMBER, "progressive");
        Snapshot talk = alice.untilOne(TALK);

        assertThat(talk.party(1).path("direction").asText()).isEqualTo("inbound");
        assertThat(talk.party(0).path("direction").asText()).isEqualTo("outbound");
        assertThat(talk.party(0).at("/attributes/dialerCampaignId").asText()).isNotEmpty();
        assertThat(simulators.books()).hasSize(1);
    }

    @Test
    void wrongOffersShouldBeExplained() {
        assertThat(offer(Quick.NUMBER, "directpreview").json().path("detail").asText())
                .contains("directpreview", "predictive");
        assertThat(offer("", "power").status()).isEqualTo(400);
        assertThat(control.post(
                                "/platforms/genesys/offers",
                                "{\"agent\":\"bob\",\"number\":\"1\",\"mode\":\"preview\"}")
                        .status())
                .isEqualTo(409);
        assertThat(control.post("/platforms/genesys/offers/none/withdraw", "").status())
                .isEqualTo(404);
    }
}
