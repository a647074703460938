package dev.trunkline.system.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.Await;
import dev.trunkline.system.Frames;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Calls with a third party: who has which call, when it is whose, and that each ends once for each. */
public interface TwoCallCases extends Kit {
    /** A customer on one line and, consulted, the colleague on the other. */
    record Consulted(Call customer, Call consult, Call colleagues) {
        /** A verb about both calls, when it is open; which of them shows it is the platform's affair. */
        JsonNode does(String verb) {
            Await.until(
                    () -> verb + " is open, told " + customer.lifeCycles() + consult.lifeCycles(),
                    () -> customer.allowed().contains(verb) || consult.allowed().contains(verb));
            return customer.equals(consult)
                    ? customer.does(verb)
                    : customer.does(verb, Map.of("consultCallId", consult.callId()));
        }
    }

    private Consulted consulted() {
        Seat agent = agent();
        Seat colleague = colleague();
        Call customer = agent.talking();
        customer.does("Consult", Map.of("toAddress", colleague.phone()));
        Call offered = pickedUp(colleague);
        offered.until("the colleague has answered", "Drop");
        Call consult = platform().consultIsACall() ? agent.newCall(List.of(customer.callRef())) : customer;
        Await.until(() -> "the consult stands, told " + consult.lifeCycles(), () -> Set.of("CONSULTING", "CONNECTED")
                .contains(consult.lifeCycle()));
        return new Consulted(customer, consult, offered);
    }

    /** By his word; where that is not offered, his phone is picked up without us. */
    private Call pickedUp(Seat colleague) {
        Call offered = colleague.newCall(List.of());
        if (platform().verbs().contains("Answer")) {
            offered.until("the colleague's phone rings", "Answer").does("Answer");
        }
        return offered;
    }

    @Test
    @Works("Answer")
    default void callFromAColleagueShouldBeAnswered() {
        Seat agent = agent();
        Seat colleague = colleague();
        Call call = agent.dial(colleague.phone());
        Call offered = colleague.newCall(List.of()).until("the colleague's phone rings", "Answer");

        assertThat(Frames.lifeCycle(offered.does("Answer"))).isEqualTo("CONNECTED");
        call.until("CONNECTED");
        call.finish();
        offered.finish();
        assertThat(offered.lifeCycles()).startsWith(platform().offered()).containsOnlyOnce("ENDED");
    }

    @Test
    @Works("DirectTransfer")
    default void transferToANumberShouldEndTheAgentsPart() {
        Call call = agent().talking();
        call.does("DirectTransfer", Map.of("toAddress", "3125550188"));
        call.finish();

        assertThat(call.reason()).isEqualTo("TRANSFERRED");
        assertThat(call.lifeCycles()).endsWith("ENDED");
    }

    @Test
    @Works("DirectTransfer")
    default void transferToAColleagueShouldMakeItHisCall() {
        Seat colleague = colleague();
        Call call = agent().talking();
        call.does("DirectTransfer", Map.of("toAddress", colleague.phone()));
        call.finish();
        Call his = pickedUp(colleague);

        his.until("CONNECTED");
        assertThat(call.lifeCycles()).containsOnlyOnce("ENDED");
        his.finish();
    }

    @Test
    @Works("Consult")
    default void consultShouldHoldTheCustomer() {
        Consulted both = consulted();

        if (platform().consultIsACall()) {
            assertThat(both.customer.lifeCycle()).isEqualTo("HELD");
            assertThat(both.consult.lifeCycle()).isEqualTo("CONSULTING");
            assertThat(both.consult.last().at("/gateway/parentCallId").asText(both.customer.callId()))
                    .isEqualTo(both.customer.callId());
        } else {
            assertThat(both.customer.lifeCycle()).isEqualTo("CONSULTING");
        }
    }

    @Test
    @Works({"Consult", "Transfer"})
    default void completedTransferShouldLeaveTheColleagueWithTheCustomer() {
        Consulted both = consulted();
        both.does("Transfer");

        both.customer.finish();
        both.consult.finish();
        assertThat(both.customer.reason()).isEqualTo("TRANSFERRED");
        Seat colleague = busyColleague();
        Await.until(
                () -> "the colleague has one live call: " + colleague.calls(),
                () -> colleague.calls().size() == 1
                        && colleague.calls().get(0).path("lifeCycle").asText().equals("CONNECTED"));
    }

    /** The colleague as he is, on the phone. */
    private Seat busyColleague() {
        return stage().seat("bob");
    }

    @Test
    @Works({"Consult", "Conference"})
    default void conferenceShouldJoinAllThree() {
        Consulted both = consulted();
        JsonNode event = both.customer
                .until("the consult can be completed", "Conference")
                .does("Conference");

        assertThat(event.at("/gateway/verb").asText()).isEqualTo("Conference");
        both.customer.until("CONFERENCED");
        if (platform().consultIsACall()) {
            both.consult.ended();
        }
    }

    @Test
    @Works({"Consult", "Conference", "DropParticipant"})
    default void partyShouldBePutOutOfAConference() {
        Consulted both = consulted();
        both.does("Conference");
        both.customer.until("a conference", "DropParticipant");
        both.customer.does(
                "DropParticipant", Map.of("participantAddress", busyColleague().phone()));

        both.customer.until("CONNECTED");
        both.colleagues.finish();
    }

    @Test
    @Works({"Consult", "DropConsult"})
    default void droppedConsultShouldLeaveTheCustomer() {
        Consulted both = consulted();
        both.does("DropConsult");

        if (platform().consultIsACall()) {
            both.consult.ended();
        }
        both.colleagues.finish();
        both.customer.until("CONNECTED");
    }

    @Test
    @Works({"Consult", "Swap"})
    default void swapShouldChangeBetweenCustomerAndColleague() {
        Consulted both = consulted();
        both.does("Swap");
        both.customer.until(platform().consultIsACall() ? "CONNECTED" : "CONSULTING");
        if (platform().consultIsACall()) {
            both.consult.until("HELD");
        }

        both.does("Swap");
        both.customer.until(platform().consultIsACall() ? "HELD" : "CONSULTING");
    }

    @Test
    @Covers(Covers.Group.VERB_RULES)
    @Works({"Consult", "Answer", "Drop"})
    default void verbThatFitsTwoCallsShouldAskWhichOne() {
        Consulted both = consulted();
        assumeTrue(platform().consultIsACall());
        long before = control().asked();

        assertThat(busyAgent().refusal("Drop", Seat.NO_DATA)).isEqualTo("409 AMBIGUOUS_CALL");
        assertThat(control().asked()).isEqualTo(before);
        both.consult.does("Drop");
        both.consult.ended();
    }

    /** The agent as he is, on the phone. */
    private Seat busyAgent() {
        return stage().seat("alice");
    }
}
