package dev.trunkline.simulator.five9;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.Options;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody else takes over, or comes in (sheet 4). */
class TransferTest extends AtWork {
    private static final String THIRD = Quick.AREA + "0188";

    @Override
    Options usual() {
        return Quick.unhurried().with("five9.noAnswer", "10s");
    }

    private static String to(String number, boolean warm) {
        return "{\"destination\":{\"number\":\"" + number
                + "\",\"skipDNCCheck\":false,\"checkMultipleContacts\":false},\"warm\":" + warm
                + ",\"dispositionTimeout\":300000,\"timeout\":0}";
    }

    private static String with(String number, boolean warm) {
        return "{\"number\":\"" + number + "\",\"warm\":" + warm + ",\"checkDNC\":true,\"includeCallerInfo\":true}";
    }

    private JsonNode consult(String number) throws IOException {
        JsonNode call = alice.talk();
        assertThat(alice.operate(call, "transfer_to_external_number", to(number, true))
                        .ok())
                .isTrue();
        alice.call("ON_HOLD", one -> one.path("id").equals(call.path("id")));
        return call;
    }

    private JsonNode added() {
        return alice.frame("4 CONFERENCE_PARTICIPANT_ADDED").path("payLoad");
    }

    /** Until the request is taken: whom it concerns has to answer first. */
    private void untilTaken(JsonNode call, String method, String what) {
        Await.until(what + " is taken", () -> taken(call, method, what));
    }

    private boolean taken(JsonNode call, String method, String what) {
        try {
            return alice.rest()
                    .agent(method, Worker.path(call) + "/" + what, "")
                    .ok();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void handingOverShouldLeaveOnlyTheDisposition() throws Exception {
        JsonNode call = alice.talk();
        assertThat(alice.operate(call, "transfer_to_external_number", to(THIRD, false))
                        .ok())
                .isTrue();
        alice.call("WRAP_UP", one -> one.path("id").equals(call.path("id")));
        alice.dispose(call, alice.finalDisposition());

        alice.until("5");
        Await.until("the call is over for us", () -> simulators.books().get(0).ended());
        assertThat(simulators.books().get(0).state()).isEqualTo("TRANSFERRED");
    }

    @Test
    void handingOverWithADispositionShouldLeaveNothing() throws Exception {
        JsonNode call = alice.talk();
        String body = to(THIRD, false)
                .replace("\"timeout\":0", "\"timeout\":0,\"dispositionId\":\"" + alice.finalDisposition() + "\"");
        alice.operate(call, "transfer_to_external_number", body);

        alice.until("5");
        assertThat(alice.calls().size()).isZero();
    }

    @Test
    void warmTransferShouldHoldTheCustomer() throws Exception {
        JsonNode call = consult(THIRD);

        assertThat(alice.read(call).path("state").asText()).isEqualTo("ON_HOLD");
        untilTaken(call, "PUT", "complete_transfer");
        alice.call("WRAP_UP", one -> one.path("id").equals(call.path("id")));
        alice.dispose(call, alice.finalDisposition());
        Await.until("the call is over for us", () -> simulators.books().get(0).ended());
        assertThat(simulators.books().get(0).state()).isEqualTo("TRANSFERRED");
    }

    @Test
    void cancelledTransferShouldBringTheCustomerBack() throws Exception {
        JsonNode call = consult(THIRD);
        assertThat(alice.operate(call, "cancel_transfer").ok()).isTrue();
        Await.until("he is back", () -> !readState(call).isEmpty());

        if (readState(call).equals("ON_HOLD")) {
            alice.operate(call, "unhold");
        }
        Await.until("they talk", () -> readState(call).equals("TALKING"));
        Await.until("the other is gone", () -> size() == 1);
    }

    private String readState(JsonNode call) {
        try {
            return alice.read(call).path("state").asText();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private int size() {
        try {
            return alice.calls().size();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete_transfer", "cancel_transfer"})
    void transferThatIsNoneShouldNotEnd(String what) throws Exception {
        JsonNode call = alice.talk();

        assertThat(alice.operate(call, what).status()).isEqualTo(435);
        assertThat(readState(call)).isEqualTo("TALKING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0101", "0103"})
    void transferThatFailsShouldBeToldAndKeepTheCustomer(String digits) throws Exception {
        JsonNode call = alice.talk();
        alice.operate(call, "transfer_to_external_number", to(Quick.AREA + digits, true));
        alice.until("58");

        assertThat(readState(call)).isIn("ON_HOLD", "TALKING");
    }

    @Test
    void numberThatIsNoneShouldBeRefusedAtOnce() throws Exception {
        JsonNode call = alice.talk();

        assertThat(alice.operate(call, "transfer_to_external_number", to(Quick.AREA + "0104", true))
                        .status())
                .isEqualTo(435);
        assertThat(readState(call)).isEqualTo("TALKING");
    }

    @ParameterizedTest
    @CsvSource({"transfer_to_external_number", "transfer_to_agent", "transfer_to_speed_dial", "transfer_to_campaign"})
    void transferToNobodyShouldBeRefused(String what) throws Exception {
        JsonNode call = alice.talk();

        assertThat(alice.operate(call, what, "{\"warm\":false}").status()).isIn(400, 435);
        assertThat(readState(call)).isEqualTo("TALKING");
    }

    @Test
    void colleagueShouldTakeOverTheCustomer() throws Exception {
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            JsonNode call = alice.talk();
            alice.operate(
                    call,
                    "transfer_to_agent",
                    "{\"agentId\":\"" + bob.rest().userId() + "\",\"destination\":{\"agentId\":\""
                            + bob.rest().userId() + "\"},\"warm\":false}");
            JsonNode his = bob.call("OFFERED");
            assertThat(his.path("transfer").asBoolean()).isTrue();
            assertThat(his.path("userTransferringId").asText())
                    .isEqualTo(alice.rest().userId());
            bob.operate(his, "answer");
            bob.call("TALKING");

            assertThat(simulators.books().get(0).ended()).isFalse();
        }
    }

    @Test
    void colleagueWhoDoesNotAnswerShouldBeTold() throws Exception {
        restartWith("five9.noAnswer", "80ms");
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            JsonNode call = alice.talk();
            alice.operate(
                    call,
                    "transfer_to_agent",
                    "{\"agentId\":\"" + bob.rest().userId() + "\",\"destination\":{\"agentId\":\""
                            + bob.rest().userId() + "\"},\"warm\":true}");

            alice.until("40");
            assertThat(readState(call)).isIn("ON_HOLD", "TALKING");
        }
    }

    @ParameterizedTest
    @CsvSource({"true,400", "false,200"})
    void bodiesNobodyKnowsShouldBeCheckedWhereTheyAre(boolean strict, int status) throws Exception {
        restartWith("five9.strictBodies", strict);
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            JsonNode call = alice.talk();
            String body = "{\"destination\":{\"agentId\":\"" + bob.rest().userId() + "\"},\"warm\":false}";

            assertThat(alice.operate(call, "transfer_to_agent", body).status()).isEqualTo(status);
        }
    }

    @Test
    void skillShouldBeATargetToo() throws Exception {
        String skill = alice.rest().agent("skills").text("/0/id");
        JsonNode call = alice.talk();

        assertThat(alice.operate(call, "transfer_to_skill", "{\"skillId\":\"" + skill + "\",\"warm\":false}")
                        .ok())
                .isTrue();
        alice.call("WRAP_UP", one -> one.path("id").equals(call.path("id")));
    }

    @Test
    void speedDialShouldBeATargetToo() throws Exception {
        JsonNode dials = alice.rest().org("speed_dials").json();
        assertThat(dials.size()).isPositive();
        JsonNode call = alice.talk();
        String body = "{\"destination\":{\"speedDialId\":\"" + dials.at("/0/id").asText()
                + "\",\"skipDNCCheck\":false,\"checkMultipleContacts\":false},\"warm\":false}";

        assertThat(alice.operate(call, "transfer_to_speed_dial", body).ok()).isTrue();
        alice.call("WRAP_UP", one -> one.path("id").equals(call.path("id")));
    }

    @Test
    void campaignShouldBeATargetToo() throws Exception {
        String campaign = alice.rest().agent("campaigns").text("/0/id");
        JsonNode call = alice.talk();

        assertThat(alice.operate(call, "transfer_to_campaign", "{\"campaignId\":\"" + campaign + "\",\"warm\":false}")
                        .ok())
                .isTrue();
        alice.call("WRAP_UP", one -> one.path("id").equals(call.path("id")));
    }

    @Test
    void participantShouldBeACallOfItsOwn() throws Exception {
        JsonNode call = alice.talk();
        assertThat(alice.add(call, "add_external_to_conference", with(THIRD, false))
                        .ok())
                .isTrue();
        JsonNode added = added();

        assertThat(added.path("id").asText())
                .matches("[0-9A-F]{32}")
                .isNotEqualTo(call.path("id").asText());
        assertThat(added.path("addressType").asText()).isEqualTo("EXTERNAL");
        assertThat(readState(call)).isEqualTo("TALKING");
    }

    @Test
    void participantShouldBePutOut() throws Exception {
        JsonNode call = alice.talk();
        alice.add(call, "add_external_to_conference", with(THIRD, false));
        JsonNode added = added();
        assertThat(alice.operate(added, "disconnectConferenceParticipant").ok()).isTrue();

        assertThat(alice.operate(added, "disconnectConferenceParticipant").status())
                .isIn(404, 435);
        assertThat(readState(call)).isEqualTo("TALKING");
    }

    @Test
    void conferenceShouldBeWarmWhereItIs() throws Exception {
        JsonNode call = alice.talk();
        assertThat(alice.add(call, "add_external_to_conference", with(THIRD, true))
                        .ok())
                .isTrue();
        alice.call("ON_HOLD", one -> one.path("id").equals(call.path("id")));
        untilTaken(call, "POST", "complete_warm_conference");

        Await.until("all talk", () -> readState(call).equals("TALKING"));
    }

    @Test
    void agentShouldLeaveAndTheOthersStay() throws Exception {
        JsonNode call = alice.talk();
        alice.add(call, "add_external_to_conference", with(THIRD, false));
        added();
        String body =
                "{\"dispositionId\":\"" + alice.finalDisposition() + "\",\"isToTransferCallOwnership\":\"false\"}";

        assertThat(alice.operate(call, "leave_conference", body).ok()).isTrue();
        alice.until("5");
        Await.until("the call is over for us", () -> simulators.books().get(0).ended());
        assertThat(simulators.books().get(0).state()).isEqualTo("TRANSFERRED");
        assertThat(alice.calls().size()).isZero();
    }

    @Test
    void conferenceThatIsNoneShouldNotBeLeft() throws Exception {
        JsonNode call = alice.talk();

        assertThat(alice.operate(call, "leave_conference", "{\"isToTransferCallOwnership\":\"false\"}")
                        .status())
                .isEqualTo(435);
        assertThat(alice.add(call, "complete_warm_conference", "").status()).isEqualTo(435);
    }

    @Test
    void colleagueShouldComeIn() throws Exception {
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            JsonNode call = alice.talk();
            alice.add(
                    call,
                    "add_agent_to_conference",
                    "{\"agentId\":\"" + bob.rest().userId() + "\",\"warm\":false}");
            bob.operate(bob.call("OFFERED"), "answer");

            JsonNode added = added();
            assertThat(added.path("addressType").asText()).isEqualTo("AGENT");
            bob.call("TALKING");
        }
    }

    @Test
    void callShouldEndForAllWhenTheAgentHangsUp() throws Exception {
        JsonNode call = alice.talk();
        alice.add(call, "add_external_to_conference", with(THIRD, false));
        added();
        alice.dispose(call, alice.finalDisposition());

        alice.until("5");
        Await.until("nobody is left", () -> size() == 0);
        Await.until("all is over", () -> simulators.books().stream().allMatch(one -> one.ended()));
    }
}
