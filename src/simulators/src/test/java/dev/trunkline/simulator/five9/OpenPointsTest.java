package dev.trunkline.simulator.five9;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Await;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no source says, both ways, beyond what stands beside its subject in the other tests (sheet 9.4). */
class OpenPointsTest extends AtWork {
    private static final String THIRD = "{\"destination\":{\"number\":\"" + Quick.AREA
            + "0188\",\"skipDNCCheck\":false,\"checkMultipleContacts\":false},\"warm\":true}";

    private String stateOf(JsonNode call) {
        try {
            return alice.read(call).path("state").asText();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"accepted,hold,200", "refused,hold,435", "accepted,unhold,200", "refused,unhold,435"})
    void repeatsShouldBeTakenWhereTheyAre(String setting, String what, int status) throws Exception {
        restartWith("five9.repeats", setting);
        JsonNode call = alice.talk();
        if (what.equals("hold")) {
            alice.operate(call, "hold");
            alice.call("ON_HOLD");
        }

        assertThat(alice.operate(call, what).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"parked,PARKED", "onHold,ON_HOLD"})
    void parkedCallShouldBeInTheStateThatIsSet(String setting, String state) throws Exception {
        restartWith("five9.parkedState", setting);
        JsonNode call = alice.talk();
        alice.operate(call, "park");

        assertThat(alice.call(state).path("id")).isEqualTo(call.path("id"));
    }

    @ParameterizedTest
    @CsvSource({"ringing,RINGING_ON_OTHER_SIDE", "talking,TALKING"})
    void recordingShouldBeAllowedAtTheStateThatIsSet(String setting, String state) throws Exception {
        restartWith("five9.recordingAllowedAt", setting);
        alice.dial(Quick.NUMBER);
        JsonNode allowed = alice.socket().until(frame -> Worker.reason(frame).equals("RECORDING_ALLOWED")).stream()
                .reduce((one, other) -> other)
                .orElseThrow();

        assertThat(allowed.at("/payLoad/state").asText()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"talking,TALKING", "onHold,ON_HOLD"})
    void customerShouldBeBackAsSetAfterACancelledConsult(String setting, String state) throws Exception {
        restartWith("five9.afterCancel", setting);
        JsonNode call = alice.talk();
        alice.operate(call, "transfer_to_external_number", THIRD);
        alice.call("ON_HOLD");
        assertThat(alice.operate(call, "cancel_transfer").ok()).isTrue();

        Await.until("he is back", () -> stateOf(call).equals(state));
    }

    @ParameterizedTest
    @CsvSource({"relogin,RELOGIN", "selectStation,SELECT_STATION", "working,WORKING"})
    void stateAfterAMigrationShouldBeAsSet(String setting, String state) throws Exception {
        restartWith("five9.afterMigration", setting);
        alice.fault("{\"kind\":\"migrate\",\"seconds\":0.1}");
        alice.socket().event("73");
        alice.rest().moveOn(alice.rest().loginHost());

        assertThat(alice.rest().loginState()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"1000", "1003"})
    void socketOfAnEndedSessionShouldCloseWithTheCodeThatIsSet(int code) throws Exception {
        restartWith("five9.closeCode", code);
        new Rest(simulators).logIn("alice", "ForceIn");

        assertThat(alice.socket().awaitClosed()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void forcingInShouldEndCallsWhereItDoes(boolean setting) throws Exception {
        restartWith("five9.forceInEndsCalls", setting);
        alice.talk();
        alice.rest().logIn("alice", "ForceIn");
        alice.becomeWorking();

        assertThat(simulators.books().get(0).ended()).isEqualTo(setting);
        assertThat(alice.calls().at("/0/state").asText().equals("TALKING")).isEqualTo(!setting);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void disposedCallShouldSkipWrapUpWhereItDoes(boolean setting) throws Exception {
        restartWith("five9.disposeSkipsWrapUp", setting);
        JsonNode call = alice.talk();
        alice.dispose(call, alice.finalDisposition());

        assertThat(alice.steps("5").contains("4 WRAP_UP")).isEqualTo(!setting);
    }

    @ParameterizedTest
    @CsvSource({"system,true", "never,false"})
    void wrapUpShouldEndByItselfWhereItDoes(String setting, boolean ends) throws Exception {
        restart(Quick.options().with("five9.wrapUp", "1ms").with("five9.wrapUpEnd", setting));
        JsonNode call = alice.talk();
        alice.operate(call, "disconnect");
        alice.call("WRAP_UP");
        if (!ends) {
            assertThat(alice.dispose(call, alice.finalDisposition()).ok()).isTrue();
        }

        alice.until("5");
    }

    @ParameterizedTest
    @CsvSource({"true,435", "false,200"})
    void otherFarmShouldSendAwayWhereItIsLookedAt(boolean setting, int status) throws Exception {
        restartWith("five9.strictFarmId", setting);
        Rest rest = alice.rest();
        var request = rest.request(Rest.SERVICES + "agents/" + rest.userId() + "/login_state")
                .setHeader("farmId", "150")
                .build();

        assertThat(rest.send(request).status()).isEqualTo(status);
    }

    @Test
    void permissionsShouldBeThoseThatAreLeft() throws Exception {
        restartWith("five9.withoutPermissions", "CAN_DIAL_DNC");

        assertThat(alice.rest().agent("permissions").body())
                .contains("CAN_RUN_WEB_AGENT")
                .doesNotContain("CAN_DIAL_DNC");
    }

    @Test
    void clickShouldDialAtOnce() throws Exception {
        Rest.Reply reply = alice.rest()
                .org("interactions/click_to_dial?number=" + Quick.NUMBER
                        + "&dialImmediately=true&skipDNCCheck=false&campaignId=" + alice.campaign()
                        + "&autoResolveDialingRules=true&skipMultipleContactsCheck=true");

        assertThat(reply.ok()).isTrue();
        assertThat(alice.call("TALKING").path("callType").asText()).isEqualTo("MANUAL");
        assertThat(simulators.books()).hasSize(1);
    }
}
