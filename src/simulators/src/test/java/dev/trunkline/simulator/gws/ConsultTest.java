package dev.trunkline.simulator.gws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.Options;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two calls at once and what becomes of them (sheet 4.1). */
class ConsultTest extends AtWork {
    @Override
    Options usual() {
        return Quick.unhurried().with("gws.noAnswer", "10s");
    }

    private static final String THIRD = Quick.AREA + "0188";

    private JsonNode customer;
    private JsonNode consult;

    private void consult(String operation) throws IOException {
        customer = alice.talk();
        assertThat(alice.operate(customer, operation, Worker.to(THIRD)).code()).isEqualTo("200 0");
        consult = alice.call("Established");
    }

    private static List<String> capabilities(JsonNode call) {
        return StreamSupport.stream(call.path("capabilities").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"InitiateTransfer", "InitiateConference"})
    void consultShouldBeACallOfItsOwnWithAParent(String operation) throws Exception {
        customer = alice.talk();
        alice.operate(customer, operation, Worker.to(THIRD));

        assertThat(alice.until("Consult Dialing")).containsExactly("Outbound Held", "Consult Dialing");
        consult = alice.call("Established");
        assertThat(consult.path("id")).isNotEqualTo(customer.path("id"));
        assertThat(consult.path("parentCallUri")).isEqualTo(customer.path("uri"));
        assertThat(consult.path("parentCallPath")).isEqualTo(customer.path("path"));
        assertThat(capabilities(consult)).contains("SwapCalls", "CompleteTransfer", "CompleteConference");
        assertThat(capabilities(consult)).doesNotContain("InitiateTransfer");
    }

    @ParameterizedTest
    @CsvSource({"false,false", "true,true"})
    void heldCallShouldOfferRetrieveWhereItDoes(boolean setting, boolean offered) throws Exception {
        restartWith("gws.retrieveInConsult", setting);
        customer = alice.talk();
        alice.operate(customer, "InitiateTransfer", Worker.to(THIRD));

        assertThat(capabilities(alice.call("Held")).contains("Retrieve")).isEqualTo(offered);
    }

    @Test
    void transferShouldReleaseBothCalls() throws Exception {
        consult("InitiateTransfer");
        assertThat(alice.operate(consult, "CompleteTransfer").code()).isEqualTo("200 0");

        assertThat(alice.until("NotReady AfterCallWork"))
                .containsExactly("Consult Released", "Outbound Released", "NotReady AfterCallWork");
        assertThat(simulators.books().get(0).state()).isEqualTo("TRANSFERRED");
        assertThat(simulators.books()).allMatch(call -> call.ended());
    }

    @Test
    void transferShouldBePossibleFromEitherCall() throws Exception {
        consult("InitiateTransfer");
        String uri = ",\"consultCallUri\":\"" + consult.path("uri").asText() + "\"";
        assertThat(alice.operate(customer, "CompleteTransfer", uri).code()).isEqualTo("200 0");

        alice.until("Outbound Released");
    }

    @Test
    void conferenceShouldBringAllTogetherInTheFirstCall() throws Exception {
        consult("InitiateConference");
        alice.operate(consult, "CompleteConference");

        assertThat(alice.until("Outbound Established (ParticipantsUpdated)"))
                .containsExactly("Consult Released", "Outbound Established (ParticipantsUpdated)");
        JsonNode all = alice.rest().get("me/calls?fields=*").json().path("calls");
        assertThat(all.size()).isEqualTo(1);
        assertThat(all.path(0).path("participants").size()).isEqualTo(2);
        alice.operate(customer, "Hangup");
        alice.until("Outbound Released");
    }

    @Test
    void earlyCompletionShouldBeRefused() throws Exception {
        restartWith("gws.noAnswer", "60s");
        customer = alice.talk();
        alice.operate(customer, "InitiateTransfer", Worker.to(Quick.AREA + "0102"));
        alice.until("Consult Dialing");

        assertThat(alice.operate(customer, "CompleteTransfer").code()).isEqualTo("400 2");
    }

    @Test
    void swapShouldHoldOneAndGoOnWithTheOther() throws Exception {
        consult("InitiateTransfer");
        String other = ",\"otherCallUri\":\"" + customer.path("uri").asText() + "\"";
        assertThat(alice.operate(consult, "SwapCalls", other).code()).isEqualTo("200 0");

        assertThat(alice.until("Outbound Established")).containsExactly("Consult Held", "Outbound Established");
    }

    @Test
    void swapShouldNameTheOtherCallInFull() throws Exception {
        consult("InitiateTransfer");

        assertThat(alice.operate(consult, "SwapCalls").code()).isEqualTo("400 1");
        assertThat(swap(customer.path("path").asText())).isEqualTo("400 10");
        assertThat(swap("http://anywhere/api/v2/me/calls/none")).isEqualTo("404 6");
        assertThat(swap(consult.path("uri").asText())).isEqualTo("400 10");
    }

    private String swap(String other) throws IOException {
        return alice.operate(consult, "SwapCalls", ",\"otherCallUri\":\"" + other + "\"")
                .code();
    }

    @ParameterizedTest
    @CsvSource({"true,true", "false,false"})
    void endOfConsultShouldGiveRetrieveBack(boolean setting, boolean told) throws Exception {
        restartWith("gws.tellsCapabilities", setting);
        consult("InitiateTransfer");
        alice.operate(consult, "Hangup");
        alice.until("Consult Released");
        List<String> arrived = alice.arrived();

        assertThat(arrived.contains("Outbound Held (PropertiesUpdated)")).isEqualTo(told);
        assertThat(alice.operate(customer, "Retrieve").code()).isEqualTo("200 0");
        alice.until("Outbound Established");
    }

    @Test
    void busyConsultShouldLeaveTheCustomerWaiting() throws Exception {
        customer = alice.talk();
        alice.operate(customer, "InitiateTransfer", Worker.to(Quick.AREA + "0101"));
        alice.until("Consult Released");

        assertThat(alice.rest().get("me/calls?fields=*").text("/calls/0/state")).isEqualTo("Held");
    }

    @Test
    void customerWhoLeavesShouldLeaveTheConsult() throws Exception {
        consult("InitiateTransfer");
        simulators.platform(Gws.class).farEnd(customer.path("id").asText(), "hangup");
        alice.until("Outbound Released");
        assertThat(alice.arrived()).isEmpty();
        alice.operate(consult, "Hangup");

        assertThat(alice.until("NotReady AfterCallWork")).containsExactly("Consult Released", "NotReady AfterCallWork");
    }

    @Test
    void handingOverShouldReleaseAtOnce() throws Exception {
        customer = alice.talk();
        assertThat(alice.operate(customer, "SingleStepTransfer", Worker.to(THIRD))
                        .code())
                .isEqualTo("200 0");
        alice.until("NotReady AfterCallWork");

        Await.until("they talk", () -> simulators.books().get(0).state().equals("TRANSFERRED"));
    }

    @Test
    void colleagueShouldTakeOverTheCustomer() throws Exception {
        Worker bob = Worker.atWork(simulators, "bob");
        customer = alice.talk();
        alice.operate(customer, "InitiateTransfer", Worker.to(bob.extension()));
        JsonNode ringing = bob.call("Ringing");
        bob.operate(ringing, "Answer");
        consult = alice.call("Established");
        alice.operate(consult, "CompleteTransfer");
        alice.until("Outbound Released");
        JsonNode his = bob.message("Outbound Established (ParticipantsUpdated)").at("/data/call");

        assertThat(his.path("id")).isEqualTo(customer.path("id"));
        assertThat(his.at("/participants/0/phoneNumber").asText()).isEqualTo(Quick.NUMBER);
        assertThat(simulators.books().get(0).ended()).isFalse();
        bob.operate(his, "Hangup");
        bob.until("Outbound Released");
        assertThat(simulators.books().get(0).ended()).isTrue();
    }

    @Test
    void thirdPartyShouldComeInWithoutAConsult() throws Exception {
        customer = alice.talk();
        alice.operate(customer, "SingleStepConference", Worker.to(THIRD));
        JsonNode call =
                alice.message("Outbound Established (ParticipantsUpdated)").at("/data/call");

        assertThat(call.path("participants").size()).isEqualTo(2);
    }

    @Test
    void oneselfShouldBeNobodyToConsult() throws Exception {
        customer = alice.talk();

        assertThat(alice.operate(customer, "InitiateTransfer", Worker.to(alice.extension()))
                        .code())
                .isEqualTo("400 10");
        assertThat(alice.operate(customer, "InitiateTransfer").code()).isEqualTo("400 1");
    }
}
