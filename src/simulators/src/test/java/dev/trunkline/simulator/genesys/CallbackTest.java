package dev.trunkline.simulator.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Control;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Callbacks for later (sheet 4.1). */
class CallbackTest extends AtWork {
    private static String in(Duration time) {
        return Instant.now().plus(time).toString();
    }

    private String body(String time, String more) {
        return "{\"queueId\":\"" + alice.described("/queueId")
                + "\",\"callbackNumbers\":[\"+13125550199\"],\"callbackScheduledTime\":\"" + time + "\"" + more + "}";
    }

    private String move(String id, String time) {
        return "{\"conversationId\":\"" + id + "\",\"agentId\":\"" + alice.userId() + "\",\"callbackScheduledTime\":\""
                + time + "\"}";
    }

    private JsonNode booked() {
        return new Control(simulators).get("/platforms/genesys/callbacks").json();
    }

    private Rest.Reply ofCall(Snapshot call, String body) throws IOException {
        return alice.rest().post(alice.anyPath(call, 1) + "/callbacks", body);
    }

    private Rest.Reply owned(String time) throws IOException {
        return alice.rest()
                .post(
                        "conversations/callbacks",
                        body(
                                time,
                                ",\"routingData\":{\"queueId\":\"" + alice.described("/queueId")
                                        + "\",\"routingFlags\":[\"AGENT_OWNED_CALLBACK\"]}"));
    }

    @Test
    void callbackFromACallShouldBeBooked() throws Exception {
        Snapshot talk = alice.talk();
        String time = in(Duration.ofDays(2));
        Rest.Reply reply = ofCall(talk, body(time, ""));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("/conversation/id")).isEqualTo(reply.text("/callbackIdentifiers/0/id"));
        assertThat(booked().at("/0/callId").asText()).isEqualTo(talk.id());
        assertThat(booked().at("/0/callbackNumber").asText()).isEqualTo("+13125550199");
        assertThat(booked().at("/0/state").asText()).isEqualTo("SCHEDULED");
        assertThat(ofCall(talk, body(time, "")).error())
                .isEqualTo("400 callback.error.scheduled.callback.already.exists");
    }

    @Test
    void mistakesShouldHaveTheirCodes() throws Exception {
        Snapshot talk = alice.talk();

        assertThat(ofCall(talk, body(in(Duration.ofDays(31)), "")).error())
                .isEqualTo("400 callback.error.scheduled.time.too.far.in.future");
        assertThat(ofCall(talk, body("tomorrow", "")).error()).isEqualTo("400 invalid.date");
        assertThat(ofCall(talk, "{\"callbackNumbers\":[\"+13125550199\"]}").error())
                .isEqualTo("400 conversation.error.queue.required");
        assertThat(ofCall(talk, body(in(Duration.ofDays(1)), "").replace("+13125550199", "call me"))
                        .error())
                .isEqualTo("400 callback.error.parse.call.number");
        assertThat(ofCall(talk, body("", "").replace("\"+13125550199\"", "")).error())
                .isEqualTo("400 constraint.validation");
        assertThat(booked().isEmpty()).isTrue();
    }

    @Test
    void agentsOwnCallbackShouldBeMovedAndCancelled() throws Exception {
        String id = owned(in(Duration.ofDays(1))).text("/conversation/id");
        String later = in(Duration.ofDays(3));
        String move = move(id, later);

        assertThat(alice.rest()
                        .patch("conversations/callbacks", move.replace("agentId", "agent"))
                        .error())
                .isEqualTo("400 constraint.validation");
        assertThat(alice.rest().patch("conversations/callbacks", move).text("/callbackIdentifiers/0/id"))
                .isEqualTo(id);
        assertThat(booked().at("/0/callbackTime").asText()).isEqualTo(later);
        assertThat(alice.rest()
                        .patch("conversations/callbacks/" + id, "{\"state\":\"disconnected\"}")
                        .status())
                .isEqualTo(200);
        assertThat(booked().at("/0/state").asText()).isEqualTo("CANCELLED");
        assertThat(booked().at("/0/changes").asInt()).isEqualTo(3);
        assertThat(alice.rest().patch("conversations/callbacks", move).error())
                .isEqualTo("404 callback.error.callback.not.found");
    }

    @Test
    void callbackOfAQueueShouldNotBeMoved() throws Exception {
        String id = alice.rest()
                .post("conversations/callbacks", body(in(Duration.ofDays(1)), ""))
                .text("/conversation/id");

        assertThat(alice.rest()
                        .patch("conversations/callbacks", move(id, in(Duration.ofDays(2))))
                        .error())
                .isEqualTo("400 callback.error.cannot.update.non.agent.owned.callback");
        assertThat(alice.rest()
                        .post(
                                "conversations/callbacks/bulk/disconnect",
                                "{\"callbackDisconnectIdentifiers\":[{\"conversationId\":\"" + id
                                        + "\",\"callbackId\":\"" + id + "\"}]}")
                        .status())
                .isEqualTo(202);
        assertThat(booked().at("/0/state").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void callbackThatWasTriggeredShouldStay() throws Exception {
        String id = owned(in(Duration.ofMinutes(-1))).text("/conversation/id");

        assertThat(alice.rest()
                        .patch("conversations/callbacks", move(id, in(Duration.ofDays(1))))
                        .error())
                .isEqualTo("412 callback.error.already.triggered");
    }
}
