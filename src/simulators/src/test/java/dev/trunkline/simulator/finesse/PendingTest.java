package dev.trunkline.simulator.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.simulator.Simulators;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States that are asked for during a call, and states in which a call may be placed (sheet 1, 2.4, 3.1). */
class PendingTest {
    private static final String NOT_READY_LUNCH = "<state>NOT_READY</state><reasonCodeId>7</reasonCodeId>";

    @Test
    void wishShouldBeShownAtOnceAndEchoed() throws Exception {
        try (Simulators simulators = Quick.start();
                Desk alice = Desk.alice(simulators)) {
            alice.talk(Quick.NUMBER);
            alice.until("put TALKING");
            alice.rest()
                    .send(alice.rest()
                            .request("/finesse/api/User/alice")
                            .setHeader("requestId", "wish-1")
                            .PUT(BodyPublishers.ofString("<User><state>READY</state></User>"))
                            .build());

            Update wish = alice.next();
            assertThat(wish.summary()).isEqualTo("put TALKING");
            assertThat(wish.user("pendingState")).isEqualTo("READY");
            assertThat(wish.requestId()).isEqualTo("wish-1");
            assertThat(alice.rest().get("/finesse/api/User/alice").body())
                    .contains("<pendingState>READY</pendingState>");
        }
    }

    @Test
    void laterWishShouldReplaceTheEarlier() throws Exception {
        try (Simulators simulators = Quick.start();
                Desk alice = Desk.alice(simulators)) {
            String id = alice.talk(Quick.NUMBER);
            alice.until("put TALKING");
            alice.state("<state>READY</state>");
            alice.until("put TALKING");
            alice.state(NOT_READY_LUNCH);
            assertThat(alice.untilOne("put TALKING").user("pendingState")).isEqualTo("NOT_READY");
            alice.act(id, "DROP", "");

            assertThat(alice.untilOne("put WORK").user("pendingState")).isEmpty();
            assertThat(alice.untilOne("put NOT_READY").user("reasonCodeId")).isEqualTo("7");
        }
    }

    @Test
    void wishShouldComeTrueAtOnceWhereNobodyWrapsUp() throws Exception {
        try (Simulators simulators = Simulators.start(Quick.options().with("finesse.wrapUpOnOutgoing", "optional"));
                Desk alice = Desk.alice(simulators)) {
            String id = alice.talk(Quick.NUMBER);
            alice.until("put TALKING");
            alice.state("<state>READY</state>");
            alice.until("put TALKING");
            alice.act(id, "DROP", "");

            List<Update> over = alice.until("put READY");
            assertThat(Desk.summaries(over)).doesNotContain("put WORK", "put WORK_READY", "put NOT_READY");
            assertThat(over.get(over.size() - 1).user("pendingState")).isEmpty();
        }
    }

    @Test
    void wishDuringHoldShouldWaitToo() throws Exception {
        try (Simulators simulators = Quick.start();
                Desk alice = Desk.alice(simulators)) {
            String id = alice.talk(Quick.NUMBER);
            alice.act(id, "HOLD", "");
            alice.until("put HOLD");
            alice.state("<state>READY</state>");

            assertThat(alice.untilOne("put HOLD").user("pendingState")).isEqualTo("READY");
        }
    }

    @Test
    void contactCentreExpressShouldRefuseReadyDuringACall() throws Exception {
        try (Simulators simulators = Simulators.start(Quick.options().with("finesse.deployment", "uccx"));
                Desk alice = Desk.alice(simulators)) {
            alice.talk(Quick.NUMBER);
            alice.state("<state>READY</state>");

            Update refusal = alice.next();
            assertThat(refusal.node()).isEqualTo("/finesse/api/User/alice");
            assertThat(refusal.requestId()).isNotEmpty();
            assertThat(refusal.document().toString()).contains("CF_RESOURCE_BUSY", "33");
            assertThat(alice.rest().get("/finesse/api/User/alice").body())
                    .contains("<pendingState></pendingState>", "<state>NOT_READY</state>");
        }
    }

    @Test
    void contactCentreExpressShouldSignOutFromReady() throws Exception {
        try (Simulators simulators = Simulators.start(Quick.options().with("finesse.deployment", "uccx"));
                Desk alice = Desk.alice(simulators)) {
            alice.state("<state>READY</state>");
            alice.until("put READY");
            alice.state("<state>LOGOUT</state>");

            alice.until("put LOGOUT");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ucce, 12.5(1), true",
        "ucce, 15.0(1), true",
        "ucce, 12.0(1), false",
        "uccx, 12.5(1), false",
        "uccx, 15.0(1), false"
    })
    void dialFromReadyShouldFollowDeploymentAndRelease(String deployment, String release, boolean allowed)
            throws Exception {
        try (Simulators simulators = Simulators.start(
                        Quick.options().with("finesse.deployment", deployment).with("finesse.release", release));
                Desk alice = Desk.alice(simulators)) {
            alice.state("<state>READY</state>");
            alice.until("put READY");
            alice.dial(Quick.NUMBER);

            assertThat(alice.next().summary())
                    .isEqualTo(allowed ? "put NOT_READY" : "PUT error Call Operation Failure");
            assertThat(simulators.books()).hasSize(allowed ? 1 : 0);
        }
    }

    @Test
    void nobodyShouldDialWhileWrappingUp() throws Exception {
        try (Simulators simulators = Simulators.start(Quick.options().with("finesse.wrapUp", "60s"));
                Desk alice = Desk.alice(simulators)) {
            String id = alice.talk(Quick.NUMBER);
            alice.act(id, "DROP", "");
            alice.until("put WORK");
            alice.dial(Quick.NUMBER);

            assertThat(alice.next().summary()).isEqualTo("PUT error Call Operation Failure");
        }
    }

    @Test
    void contactCentreExpressShouldNeverChangeTheStateForOwnCalls() throws Exception {
        try (Simulators simulators = Simulators.start(Quick.options().with("finesse.deployment", "uccx"));
                Desk alice = Desk.alice(simulators)) {
            String id = alice.talk(Quick.NUMBER);
            alice.act(id, "HOLD", "");
            alice.until("PUT ACTIVE [HELD, ACTIVE]");
            alice.act(id, "CONSULT_CALL", "<toAddress>5230</toAddress>");
            alice.act(id, "RETRIEVE", "");
            alice.until("PUT ACTIVE [ACTIVE, ACTIVE]");

            assertThat(Desk.summaries(alice.arrived())).noneMatch(summary -> summary.startsWith("put"));
            assertThat(alice.rest().get("/finesse/api/User/alice").body()).contains("<state>NOT_READY</state>");
        }
    }
}
