package dev.trunkline.simulator.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What follows a call on behalf of a queue (sheet 4, 6.2). */
class WrapUpTest extends AtWork {
    private static final String DUE = "agent disconnected (client) ACW, customer terminated (peer)";
    private static final String DONE = "agent terminated (client), customer terminated (peer)";

    private Snapshot ended() throws IOException {
        Snapshot talk = alice.talk();
        alice.change(talk, 0, "{\"state\":\"disconnected\"}");
        return alice.untilOne(DUE);
    }

    private Rest.Reply say(Snapshot call, String body) throws IOException {
        return alice.rest()
                .post(alice.path(call, 0) + "/communications/" + alice.communication(call, 0) + "/wrapup", body);
    }

    private String code(String name) {
        return alice.described("/wrapupCodes/" + name);
    }

    @Test
    void codeShouldEndTheWork() throws Exception {
        Snapshot call = ended();
        assertThat(simulators.books().get(0).state()).isEqualTo("ACW");
        assertThat(call.party(0).path("wrapupPrompt").asText()).isEqualTo("timeout");
        assertThat(call.party(0).path("wrapupTimeoutMs").asInt()).isEqualTo(60_000);
        Rest.Reply reply = say(call, "{\"code\":\"" + code("Sale") + "\",\"notes\":\"two of them\"}");

        assertThat(reply.status()).isEqualTo(202);
        Snapshot done = alice.untilOne(DONE);
        assertThat(done.party(0).at("/wrapup/code").asText()).isEqualTo(code("Sale"));
        assertThat(done.party(0).at("/wrapup/notes").asText()).isEqualTo("two of them");
        assertThat(simulators.books().get(0).ended()).isTrue();
        assertThat(alice.rest().get("conversations/" + call.id()).text("/participants/0/calls/0/afterCallWork/state"))
                .isEqualTo("complete");
    }

    @Test
    void codeShouldBeNeededAndKnown() throws Exception {
        Snapshot call = ended();

        assertThat(say(call, "{\"notes\":\"none\"}").error()).isEqualTo("400 missing.wrapup.code");
        assertThat(say(call, "{\"code\":\"invented\"}").error())
                .isEqualTo("400 conversation.error.wrapup.code.required");
        assertThat(alice.change(call, 0, "{\"wrapup\":{}}").error())
                .isEqualTo("400 conversation.error.wrapup.code.required");
        assertThat(alice.rest().get(alice.path(call, 0) + "/wrapupcodes").json().size())
                .isEqualTo(3);
    }

    @Test
    void provisionalWordShouldNotEndIt() throws Exception {
        Snapshot call = ended();

        assertThat(say(call, "{\"provisional\":true}").status()).isEqualTo(202);
        assertThat(simulators.books().get(0).state()).isEqualTo("ACW");
    }

    @Test
    void olderFormShouldDoTheSame() throws Exception {
        Snapshot call = ended();
        alice.change(call, 0, "{\"wrapup\":{\"code\":\"" + code("Sale") + "\",\"notes\":\"\"}}");

        alice.until(DONE);
    }

    @Test
    void wordDuringTheCallShouldLeaveNothingDue() throws Exception {
        Snapshot talk = alice.talk();
        say(talk, "{\"code\":\"" + code("Sale") + "\"}");
        alice.change(talk, 0, "{\"state\":\"disconnected\"}");

        assertThat(alice.until(DONE)).noneMatch(summary -> summary.contains("ACW"));
    }

    @Test
    void silenceShouldBeAnsweredByThePlatform() throws Exception {
        restart(Quick.options());
        alice.change(alice.talk(), 0, "{\"state\":\"disconnected\"}");

        assertThat(alice.untilOne(DONE).party(0).at("/wrapup/code").asText()).isEqualTo("ININ-WRAP-UP-TIMEOUT");
    }

    @Test
    void workShouldBeSkippedOnlyWhereItIsOptional() throws Exception {
        assertThat(alice.change(ended(), 0, "{\"wrapupSkipped\":true}").error())
                .isEqualTo("400 conversation.error.wrapup.cannot.skip");

        restartWith("genesys.wrapupPrompt", "optional");
        alice.change(ended(), 0, "{\"wrapupSkipped\":true}");
        assertThat(alice.untilOne(DONE).party(0).path("wrapupSkipped").asBoolean())
                .isTrue();
    }

    @Test
    void workShouldHaveNoEndByTimeWhereItIsMandatory() throws Exception {
        restartWith("genesys.wrapupPrompt", "mandatory");
        Snapshot call = ended();

        assertThat(call.party(0).path("wrapupPrompt").asText()).isEqualTo("mandatory");
        assertThat(call.party(0).has("wrapupTimeoutMs")).isFalse();
        restartWith("genesys.wrapupPrompt", "forcedTimeout");
        assertThat(ended().party(0).path("wrapupPrompt").asText()).isEqualTo("forcedTimeout");
    }

    @Test
    void workShouldBeRequestedWhereAgentsDo() throws Exception {
        restartWith("genesys.wrapupPrompt", "agentRequested");
        Snapshot talk = alice.talk();
        assertThat(talk.party(0).path("wrapupRequired").asBoolean()).isFalse();
        String path = "conversations/aftercallwork/" + talk.id() + "/participants/"
                + talk.party(0).path("id").asText() + "/communications/" + alice.communication(talk, 0);
        assertThat(alice.rest().patch(path, "{\"afterCallWorkRequired\":true}").status())
                .isEqualTo(200);
        alice.change(talk, 0, "{\"state\":\"disconnected\"}");

        alice.until(DUE);
        assertThat(alice.rest().patch(path, "{\"afterCallWorkRequired\":true}").status())
                .isEqualTo(400);
    }
}
