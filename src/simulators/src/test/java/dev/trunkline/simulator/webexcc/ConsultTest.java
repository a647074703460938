package dev.trunkline.simulator.webexcc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asking a third party, and handing the call over (sheet 4). */
class ConsultTest extends AtWork {
    private static final String THIRD = Quick.AREA + "0188";

    private Rest.Reply consult(JsonNode call, String to, String type) throws Exception {
        return alice.operate(
                call,
                "consult",
                "{\"to\":\"" + to + "\",\"destinationType\":\"" + type + "\",\"holdParticipants\":true}");
    }

    private JsonNode consulting(JsonNode call) throws Exception {
        consult(call, THIRD, "dialNumber");
        return alice.listener().event("AgentConsulting");
    }

    private static boolean mainIsHeld(JsonNode data) {
        return StreamSupport.stream(data.at("/interaction/media").spliterator(), false)
                .filter(media -> media.path("mType").asText().equals("mainCall"))
                .allMatch(media -> media.path("isHold").asBoolean());
    }

    @Test
    void consultShouldHoldTheCustomerRingAndTalk() throws Exception {
        JsonNode call = alice.talk();
        assertThat(consult(call, THIRD, "dialNumber").status()).isEqualTo(202);
        List<JsonNode> frames = alice.listener().events("AgentConsulting");
        JsonNode data = frames.get(frames.size() - 1).path("data");

        assertThat(Listener.contacts(frames))
                .containsExactlyInAnyOrder("AgentContactHeld", "AgentConsultCreated", "AgentConsulting")
                .containsSubsequence("AgentConsultCreated", "AgentConsulting");
        assertThat(Worker.id(data)).isEqualTo(Worker.id(call));
        assertThat(mainIsHeld(data)).isTrue();
        assertThat(data.at("/interaction/state").asText()).isIn("consult", "consulting");
    }

    @Test
    void consultedNumberShouldBeAParticipant() throws Exception {
        JsonNode data = consulting(alice.talk());

        assertThat(data.at("/interaction/participants").findValuesAsText("pType"))
                .contains("DN");
        assertThat(data.path("consultMediaResourceId").asText())
                .isNotEmpty()
                .isNotEqualTo(data.path("mediaResourceId").asText());
    }

    @Test
    void consultShouldEndAndTheCustomerBeTakenBack() throws Exception {
        JsonNode call = alice.talk();
        consulting(call);
        assertThat(alice.operate(call, "consult/end").status()).isEqualTo(202);
        assertThat(mainIsHeld(alice.listener().event("AgentConsultEnded"))).isTrue();
        alice.media(call, "unhold");

        alice.listener().event("AgentContactUnheld");
    }

    @Test
    void ringingConsultShouldBeCancelled() throws Exception {
        JsonNode call = alice.talk();
        consult(call, Quick.RINGING, "dialNumber");
        alice.listener().event("AgentConsultCreated");
        alice.operate(call, "consult/end");

        assertThat(alice.listener().contacts("AgentConsultEnded")).doesNotContain("AgentConsulting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0101", "0103", "0104"})
    void consultShouldFailWhereNobodyAnswers(String end) throws Exception {
        JsonNode call = alice.talk();
        consult(call, Quick.AREA + end, "dialNumber");
        JsonNode failed = alice.listener().event("AgentConsultFailed");

        assertThat(Worker.id(failed)).isEqualTo(Worker.id(call));
        alice.media(call, "unhold");
        alice.listener().event("AgentContactUnheld");
    }

    @Test
    void colleagueShouldHearThatHeIsConsulted() throws Exception {
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            JsonNode call = alice.talk();
            consult(call, bob.agentId(), "agent");
            JsonNode offer = bob.listener().event("AgentOfferConsult");
            alice.listener().event("AgentConsulting");
            JsonNode his = bob.listener().event("AgentConsulting");

            assertThat(offer.path("consultingAgentId").asText()).isEqualTo(alice.agentId());
            assertThat(his.at("/interaction/participants/" + bob.agentId() + "/isConsulted")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void colleagueShouldAcceptWhereHisPhoneRings() throws Exception {
        restartWith("agentPhones", "ring");
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            consult(alice.talk(), bob.agentId(), "agent");
            JsonNode offer = bob.listener().event("AgentOfferConsult");
            assertThat(bob.operate(offer, "consult/accept").status()).isEqualTo(202);

            bob.listener().event("AgentConsulting");
            alice.listener().event("AgentConsulting");
        }
    }

    @Test
    void colleagueShouldBeFreeAfterTheConsult() throws Exception {
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            JsonNode call = alice.talk();
            consult(call, bob.agentId(), "agent");
            bob.listener().event("AgentConsulting");
            alice.listener().event("AgentConsulting");
            alice.operate(call, "consult/end");
            alice.listener().event("AgentConsultEnded");
            bob.listener().event("AgentConsultEnded");

            bob.talk();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "BOB"})
    void colleagueWhoIsNotThereShouldNotBeConsulted(String whom) throws Exception {
        String to = whom.equals("BOB") ? alice.described().agentId("bob") : whom;
        consult(alice.talk(), to, "agent");

        assertThat(alice.listener().event("AgentConsultFailed").path("reason").asText())
                .isNotEmpty();
    }

    @Test
    void queueShouldBeConsultedAndCancelled() throws Exception {
        JsonNode call = alice.talk();
        String queue = alice.described().queue("Support");
        consult(call, queue, "queue");
        alice.listener().event("AgentConsultCreated");
        assertThat(alice.operate(call, "consult/end", "{\"queueId\":\"" + queue + "\"}")
                        .status())
                .isEqualTo(202);

        alice.listener().event("AgentCtqCancelled");
    }

    @Test
    void entryPointShouldBeConsulted() throws Exception {
        JsonNode call = alice.talk();
        consult(call, alice.described().flowEntryPoint(), "entryPoint");

        assertThat(alice.listener()
                        .event("AgentConsulting")
                        .at("/interaction/participants")
                        .findValuesAsText("pType"))
                .contains("EP-DN");
    }

    @Test
    void colleagueWhoDoesNotPickUpShouldNotBeConsulted() throws Exception {
        restart(usual().with("webexcc.agentPhones", "ring").with("webexcc.rona", "80ms"));
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            consult(alice.talk(), bob.agentId(), "agent");
            bob.listener().event("AgentOfferConsult");

            alice.listener().event("AgentConsultFailed");
        }
    }

    @Test
    void queueShouldLetAColleagueTalk() throws Exception {
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            consult(alice.talk(), alice.described().queue("Support"), "queue");

            bob.listener().event("AgentConsulting");
            alice.listener().event("AgentConsulting");
        }
    }

    @Test
    void unknownQueueShouldFail() throws Exception {
        consult(alice.talk(), "no-such-queue", "queue");

        alice.listener().event("AgentCtqFailed");
    }

    @Test
    void consultShouldNotBeEndedWhereThereIsNone() throws Exception {
        JsonNode call = alice.talk();
        assertThat(alice.operate(call, "consult/end").status()).isEqualTo(202);
        alice.listener().event("AgentConsultEndFailed");
        alice.operate(call, "consult/end", "{\"queueId\":\"" + alice.described().queue("Support") + "\"}");

        alice.listener().event("AgentCtqCancelFailed");
    }

    @Test
    void ringingCallShouldNotConsult() throws Exception {
        consult(alice.ringing(), THIRD, "dialNumber");

        alice.listener().event("AgentConsultFailed");
    }

    @Test
    void secondConsultShouldFail() throws Exception {
        JsonNode call = alice.talk();
        consulting(call);
        consult(call, Quick.AREA + "0189", "dialNumber");

        alice.listener().event("AgentConsultFailed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"to\":\"+13125550188\"}",
                "{\"to\":\"\",\"destinationType\":\"dialNumber\"}",
                "{\"to\":\"+1234567890123456789012345678901234567890123\",\"destinationType\":\"dialNumber\"}"
            })
    void targetShouldBeWhole(String body) throws Exception {
        assertThat(alice.operate(alice.talk(), "consult", body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"entryPointDialNumber", "Agent", "DIALNUMBER"})
    void wrongTypeShouldBeAcceptedAndDoNothing(String type) throws Exception {
        JsonNode call = alice.talk();
        assertThat(consult(call, THIRD, type).status()).isEqualTo(202);
        alice.media(call, "hold");

        assertThat(alice.listener().contacts("AgentContactHeld")).isEqualTo(List.of("AgentContactHeld"));
    }

    @Test
    void callShouldBeHandedToWhomIsConsulted() throws Exception {
        JsonNode call = alice.talk();
        consulting(call);
        assertThat(alice.operate(call, "consult/transfer", Worker.to(THIRD, "dialNumber"))
                        .status())
                .isEqualTo(202);
        JsonNode data = alice.listener().event("AgentConsultTransferred");

        assertThat(Worker.id(data)).isEqualTo(Worker.id(call));
        alice.listener().event("AgentWrapup");
        alice.wrappedUp(call);
    }

    @ParameterizedTest
    @CsvSource({"first,AgentConsultTransferring", "second,AgentConsultTransferred", "both,AgentConsultTransferred"})
    void handingOverShouldBeToldAsSet(String setting, String event) throws Exception {
        restartWith("consultTransfer", setting);
        JsonNode call = alice.talk();
        consulting(call);
        alice.operate(call, "consult/transfer", Worker.to(THIRD, "dialNumber"));

        assertThat(alice.listener().contacts(event).contains("AgentConsultTransferring"))
                .isEqualTo(!setting.equals("second"));
    }

    @Test
    void colleagueShouldHaveTheCallAfterwards() throws Exception {
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            JsonNode call = alice.talk();
            consult(call, bob.agentId(), "agent");
            bob.listener().event("AgentConsulting");
            alice.listener().event("AgentConsulting");
            alice.operate(call, "consult/transfer", Worker.to(bob.agentId(), "agent"));
            alice.listener().event("AgentConsultTransferred");
            alice.wrappedUp(call);
            JsonNode session = bob.reloaded();
            JsonNode his = bob.listener().event("AgentContact");

            assertThat(session.path("interactionIds")).hasSize(1);
            assertThat(his.at("/interaction/owner").asText()).isEqualTo(bob.agentId());
            bob.hungUp(his);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"consult/transfer", "consult/conference"})
    void emptyTargetShouldBeRefused(String what) throws Exception {
        JsonNode call = alice.talk();
        consulting(call);

        assertThat(alice.operate(call, what, Worker.to("", "dialNumber")).status())
                .isEqualTo(400);
        assertThat(alice.operate(call, what, "{\"destinationType\":\"dialNumber\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void nothingShouldBeHandedOverWithoutAConsult() throws Exception {
        alice.operate(alice.talk(), "consult/transfer", Worker.to(THIRD, "dialNumber"));

        alice.listener().event("AgentConsultTransferFailed");
    }

    @Test
    void customersHangingUpShouldEndTheConsultToo() throws Exception {
        JsonNode call = alice.talk();
        consulting(call);
        alice.farEnd(call, "hangup");

        alice.listener().event("AgentWrapup");
        alice.wrappedUp(call);
    }
}
