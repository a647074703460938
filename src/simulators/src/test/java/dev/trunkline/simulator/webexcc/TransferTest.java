package dev.trunkline.simulator.webexcc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Blind transfers (sheet 4). */
class TransferTest extends AtWork {
    private static final String THIRD = Quick.AREA + "0188";

    private Rest.Reply transfer(JsonNode call, String to, String type) throws Exception {
        return alice.operate(call, "transfer", Worker.to(to, type));
    }

    private String queue() {
        return alice.described().queue("Support");
    }

    @Test
    void callShouldGoToANumber() throws Exception {
        JsonNode call = alice.talk();
        assertThat(transfer(call, THIRD, "dialNumber").status()).isEqualTo(202);
        JsonNode data = alice.listener().event("AgentBlindTransferred");

        assertThat(Worker.id(data)).isEqualTo(Worker.id(call));
        alice.listener().event("AgentWrapup");
        alice.wrappedUp(call);
        assertThat(simulators.books()).hasSize(1);
    }

    @Test
    void callShouldGoToAColleague() throws Exception {
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            JsonNode call = alice.talk();
            assertThat(transfer(call, bob.agentId(), "agent").status()).isEqualTo(202);
            alice.listener().event("AgentBlindTransferred");
            JsonNode his = bob.listener().event("AgentContactAssigned");

            assertThat(Worker.id(his)).isEqualTo(Worker.id(call));
            assertThat(his.at("/interaction/owner").asText()).isEqualTo(bob.agentId());
            alice.wrappedUp(call);
            bob.hungUp(his);
            bob.wrappedUp(his);
        }
    }

    @Test
    void colleagueShouldBeOfferedItFirst() throws Exception {
        restartWith("agentPhones", "ring");
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            transfer(alice.talk(), bob.agentId(), "agent");

            JsonNode offer = bob.listener().event("AgentOfferContact");
            assertThat(offer.at("/interaction/participants/" + bob.agentId() + "/hasJoined")
                            .asBoolean())
                    .isFalse();
            bob.farEnd(offer, "answer");
            bob.listener().event("AgentContactAssigned");
        }
    }

    @ParameterizedTest
    @CsvSource({"small,AgentVteamTransferred", "capital,AgentVTeamTransferred"})
    void callShouldGoToAQueue(String spelling, String event) throws Exception {
        restartWith("vteam", spelling);
        JsonNode call = alice.talk();
        assertThat(transfer(call, queue(), "queue").status()).isEqualTo(202);

        assertThat(Worker.id(alice.listener().event(event))).isEqualTo(Worker.id(call));
        alice.wrappedUp(call);
    }

    @Test
    void queueShouldGiveItToWhoIsAvailable() throws Exception {
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            JsonNode call = alice.talk();
            transfer(call, queue(), "queue");
            JsonNode his = bob.listener().event("AgentContactAssigned");

            assertThat(Worker.id(his)).isEqualTo(Worker.id(call));
            alice.wrappedUp(call);
            bob.hungUp(his);
        }
    }

    @Test
    void waitingCallShouldBeTaken() throws Exception {
        try (Worker bob = Worker.loggedIn(simulators, "bob")) {
            JsonNode call = alice.talk();
            transfer(call, queue(), "queue");
            alice.listener().event("AgentVteamTransferred");
            assertThat(bob.operate(call, "assign").status()).isEqualTo(202);
            JsonNode his = bob.listener().event("AgentContactAssigned");

            assertThat(Worker.id(his)).isEqualTo(Worker.id(call));
            bob.hungUp(his);
        }
    }

    @Test
    void callShouldGoToTheNumberOfAnEntryPoint() throws Exception {
        JsonNode call = alice.talk();
        assertThat(transfer(call, THIRD, "entrypointDialNumber").status()).isEqualTo(202);

        assertThat(Worker.id(alice.listener().event("AgentBlindTransferred"))).isEqualTo(Worker.id(call));
    }

    @Test
    void colleagueWhoTalksShouldFail() throws Exception {
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            bob.talk();
            transfer(alice.talk(), bob.agentId(), "agent");

            alice.listener().event("AgentBlindTransferFailed");
            assertThat(bob.arrived()).isEmpty();
        }
    }

    @Test
    void unknownColleagueShouldFail() throws Exception {
        JsonNode call = alice.talk();
        assertThat(transfer(call, "nobody", "agent").status()).isEqualTo(202);

        assertThat(Worker.id(alice.listener().event("AgentBlindTransferFailed")))
                .isEqualTo(Worker.id(call));
        alice.hungUp(call);
    }

    @Test
    void colleagueWhoIsNotThereShouldFail() throws Exception {
        transfer(alice.talk(), alice.described().agentId("bob"), "agent");

        assertThat(alice.listener()
                        .event("AgentBlindTransferFailed")
                        .path("reason")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void unknownQueueShouldFail() throws Exception {
        transfer(alice.talk(), "no-such-queue", "queue");

        alice.listener().event("AgentVteamTransferFailed");
    }

    @Test
    void badNumberShouldFail() throws Exception {
        transfer(alice.talk(), Quick.AREA + "0104", "dialNumber");

        alice.listener().event("AgentBlindTransferFailed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AGENT", "dialnumber", "entryPoint", "nonsense"})
    void wrongTypeShouldBeAcceptedAndDoNothing(String type) throws Exception {
        JsonNode call = alice.talk();
        assertThat(transfer(call, THIRD, type).status()).isEqualTo(202);
        alice.held(call);

        assertThat(simulators.books().get(0).ended()).isFalse();
    }

    @Test
    void wrongTypeShouldBeRefusedWhereItIs() throws Exception {
        restartWith("wrongDestination", "refused");

        assertThat(transfer(alice.talk(), THIRD, "DIALNUMBER").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"to\":\"+13125550188\"}",
                "{\"destinationType\":\"dialNumber\"}",
                "{\"to\":\"\",\"destinationType\":\"dialNumber\"}",
                "{\"to\":\"+1234567890123456789012345678901234567890123\",\"destinationType\":\"dialNumber\"}",
                "{"
            })
    void targetShouldBeWhole(String body) throws Exception {
        assertThat(alice.operate(alice.talk(), "transfer", body).status()).isEqualTo(400);
        assertThat(alice.arrived()).isEmpty();
    }

    @Test
    void ringingCallShouldNotBeTransferred() throws Exception {
        assertThat(transfer(alice.ringing(), THIRD, "dialNumber").status()).isEqualTo(202);

        alice.listener().event("AgentBlindTransferFailed");
    }

    @Test
    void wrapUpShouldNotBeTransferred() throws Exception {
        JsonNode call = alice.talk();
        alice.hungUp(call);
        transfer(call, THIRD, "dialNumber");

        alice.listener().event("AgentBlindTransferFailed");
    }
}
