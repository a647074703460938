package dev.trunkline.simulator.webexcc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three in a call (sheet 4). */
class ConferenceTest extends AtWork {
    private static final String THIRD = Quick.AREA + "0188";

    private JsonNode consulting(String to, String type) throws Exception {
        JsonNode call = alice.talk();
        alice.operate(
                call,
                "consult",
                "{\"to\":\"" + to + "\",\"destinationType\":\"" + type + "\",\"holdParticipants\":true}");
        alice.listener().event("AgentConsulting");
        return call;
    }

    private Rest.Reply merge(JsonNode call, String to, String type) throws Exception {
        return alice.operate(
                call,
                "consult/conference",
                "{\"agentId\":\"" + alice.agentId() + "\",\"to\":\"" + to + "\",\"destinationType\":\"" + type + "\"}");
    }

    private JsonNode conference() throws Exception {
        JsonNode call = consulting(THIRD, "dialNumber");
        merge(call, THIRD, "dialNumber");
        alice.listener().event("AgentConsultConferenced");
        return call;
    }

    @Test
    void consultShouldBecomeAConference() throws Exception {
        JsonNode call = consulting(THIRD, "dialNumber");
        assertThat(merge(call, THIRD, "dialNumber").status()).isEqualTo(202);
        JsonNode data = alice.listener().event("AgentConsultConferenced");

        assertThat(Worker.id(data)).isEqualTo(Worker.id(call));
        assertThat(data.at("/interaction/state").asText()).isEqualTo("conference");
        assertThat(data.at("/interaction/media/" + Worker.id(call) + "/isHold").asBoolean())
                .isFalse();
        alice.listener().event("ParticipantJoinedConference");
    }

    @ParameterizedTest
    @CsvSource({"first,AgentConsultConferencing", "second,AgentConsultConferenced", "both,AgentConsultConferenced"})
    void mergingShouldBeToldAsSet(String setting, String event) throws Exception {
        restartWith("conferencing", setting);
        JsonNode call = consulting(THIRD, "dialNumber");
        merge(call, THIRD, "dialNumber");

        assertThat(alice.listener().contacts(event).contains("AgentConsultConferencing"))
                .isEqualTo(!setting.equals("second"));
    }

    @Test
    void nothingShouldBeMergedWithoutAConsult() throws Exception {
        merge(alice.talk(), THIRD, "dialNumber");

        alice.listener().event("AgentConsultConferenceFailed");
    }

    @ParameterizedTest
    @CsvSource({
        "first,ParticipantLeftConference",
        "second,AgentConsultConferenceEnded",
        "both,AgentConsultConferenceEnded"
    })
    void leavingShouldBeToldAsSet(String setting, String event) throws Exception {
        restartWith("conferenceExit", setting);
        JsonNode call = conference();
        assertThat(alice.operate(call, "conference/exit").status()).isEqualTo(202);

        assertThat(Worker.id(alice.listener().event(event))).isEqualTo(Worker.id(call));
        alice.wrappedUp(call);
    }

    @Test
    void nobodyShouldLeaveAConferenceThatIsNone() throws Exception {
        alice.operate(alice.talk(), "conference/exit");

        alice.listener().event("ParticipantLeftConferenceFailed");
    }

    @Test
    void colleagueShouldKeepTheConferencesCall() throws Exception {
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            JsonNode call = consulting(bob.agentId(), "agent");
            merge(call, bob.agentId(), "agent");
            alice.listener().event("AgentConsultConferenced");
            alice.operate(call, "conference/exit");
            alice.listener().event("ParticipantLeftConference");
            alice.wrappedUp(call);
            JsonNode session = bob.reloaded();
            JsonNode his = bob.listener().event("AgentContact");

            assertThat(session.path("interactionIds")).hasSize(1);
            bob.operate(his, "end");
            bob.listener().event("AgentWrapup");
        }
    }

    @Test
    void conferenceShouldBeHandedOver() throws Exception {
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            JsonNode call = consulting(bob.agentId(), "agent");
            merge(call, bob.agentId(), "agent");
            alice.listener().event("AgentConsultConferenced");
            assertThat(alice.operate(call, "conference/transfer").status()).isEqualTo(202);

            alice.listener().first(frame -> List.of("AgentConferenceTransferred", "ParticipantLeftConference")
                    .contains(Listener.type(frame)));
            alice.wrappedUp(call);
        }
    }

    @Test
    void conferenceThatIsNoneShouldNotBeHandedOver() throws Exception {
        alice.operate(alice.talk(), "conference/transfer");

        alice.listener().event("AgentConferenceTransferFailed");
    }

    @ParameterizedTest
    @CsvSource({"conferenceTransfer,conference/transfer", "dropParticipant,conference/participants/1/drop"})
    void routesOfTheSdkShouldNotBeThereWhereTheyAreNot(String setting, String what) throws Exception {
        restartWith(setting, false);

        assertThat(alice.operate(conference(), what).status()).isEqualTo(404);
    }

    @Test
    void participantShouldBeDropped() throws Exception {
        JsonNode call = conference();
        assertThat(alice.operate(call, "conference/participants/" + Rest.encoded(THIRD) + "/drop")
                        .status())
                .isEqualTo(202);

        alice.listener().event("ParticipantLeftConference");
        alice.held(call);
    }

    @Test
    void strangerShouldNotBeDropped() throws Exception {
        alice.operate(conference(), "conference/participants/nobody/drop");

        alice.listener().event("ParticipantDropConferenceFailed");
    }

    @Test
    void conferenceShouldEndForAll() throws Exception {
        JsonNode call = conference();
        alice.hungUp(call);
        alice.wrappedUp(call);

        assertThat(simulators.books().get(0).ended()).isTrue();
    }
}
