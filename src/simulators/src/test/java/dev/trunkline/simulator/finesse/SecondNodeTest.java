package dev.trunkline.simulator.finesse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes before one contact centre: what each says, and how an agent gets from one to the other (sheet 2.5, 5.1, 5.6). */
class SecondNodeTest {
    private static final Options TWO = Quick.options().with("finesse.secondNode", true);
    private static final String ALICE = "/finesse/api/User/alice";

    private Simulators simulators;
    private FinesseNode second;
    private Desk atFirst;

    @BeforeEach
    void signIn() throws Exception {
        open(TWO);
    }

    private void open(Options options) throws Exception {
        simulators = Simulators.start(options);
        second = simulators.finesse().second();
        atFirst = Desk.alice(simulators);
    }

    @AfterEach
    void close() throws Exception {
        atFirst.close();
        simulators.close();
    }

    @Test
    void eachShouldNameBothAndItsOwnDomain() throws Exception {
        String infoOfFirst = atFirst.rest().get("/finesse/api/SystemInfo").body();
        String infoOfSecond = restAtSecond().get("/finesse/api/SystemInfo").body();

        assertThat(List.of(infoOfFirst, infoOfSecond)).allSatisfy(info -> assertThat(info)
                .contains("<primaryNode><host>localhost</host><httpsPort>"
                        + simulators.finesse().restPort())
                .contains("<secondaryNode><host>127.0.0.1</host><httpsPort>" + second.restPort())
                .contains("<xmppSecurePort>" + second.xmppSecurePort()));
        assertThat(infoOfFirst).contains("<xmppDomain>localhost</xmppDomain>");
        assertThat(infoOfSecond)
                .contains("<xmppDomain>b.localhost</xmppDomain>")
                .contains("<xmppPubSubDomain>pubsub.b.localhost</xmppPubSubDomain>");
    }

    @Test
    void thereShouldBeOneNodeUnlessTwoAreAskedFor() {
        try (Simulators usual = Quick.start()) {
            assertThatThrownBy(() -> usual.finesse().second()).hasMessageContaining("finesse.secondNode");
            assertThat(new Control(usual)
                            .post("/platforms/finesse/faults", "{\"kind\":\"node-down\",\"node\":\"b\"}")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void controlPlaneShouldShowBoth() {
        assertThat(new Control(simulators)
                        .get("/platforms/finesse")
                        .json()
                        .at("/addresses/second/rest")
                        .asText())
                .isEqualTo(second.restUrl());
    }

    @Test
    void domainOfOneShouldBeUnknownToTheOther() throws Exception {
        try (Stream stream = Stream.secure(simulators, second)) {
            assertThat(stream.open("localhost").child("host-unknown")).isPresent();
        }
    }

    @Test
    void downNodeShouldRefuseConnectionsAndComeBackAtTheSamePorts() throws Exception {
        inject("{\"kind\":\"node-down\",\"node\":\"a\",\"seconds\":60}");
        atFirst.stream().awaitClosed();

        assertThatThrownBy(() -> new Rest(simulators, "alice", "secret").get(ALICE))
                .isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> Stream.secure(simulators)).isInstanceOf(ConnectException.class);
        assertThat(restAtSecond().get(ALICE).statusCode()).isEqualTo(200);
        simulators.reset();
        assertThat(atFirst.rest().get(ALICE).statusCode()).isEqualTo(200);
        Stream.secure(simulators).signIn("alice", "again").present(0).close();
    }

    @Test
    void downNodeShouldComeBackByItself() throws Exception {
        inject("{\"kind\":\"node-down\",\"node\":\"b\",\"seconds\":0.1}");

        Await.until("the node is back", () -> {
            try {
                return restAtSecond().get(ALICE).statusCode() == 200;
            } catch (IOException e) { // still down
                return false;
            }
        });
        assertThat(atFirst.arrived()).isEmpty();
    }

    @Test
    void callShouldLiveOnAndGoWithItsAgent() throws Exception {
        String id = atFirst.talk(Quick.NUMBER);
        inject("{\"kind\":\"node-down\",\"node\":\"a\",\"seconds\":60}");
        atFirst.stream().awaitClosed();
        try (Desk alice = Desk.aliceAt(second, simulators)) {
            assertThat(Rest.errorType(alice.act(id, "HOLD", ""))).isEqualTo("401 Authorization Failure");
            assertThat(alice.logIn().statusCode()).isEqualTo(202);
            assertThat(alice.next().summary()).isEqualTo("put TALKING");
            Update again = alice.next();
            assertThat(again.summary()).isEqualTo("PUT ACTIVE [ACTIVE, ACTIVE]");
            assertThat(again.media("callType")).isEqualTo("OUT");
            assertThat(alice.dialogs()).contains(id);
            alice.act(id, "DROP", "");
            alice.until("put WORK");
        }
        assertThat(simulators.books()).hasSize(1);
    }

    @Test
    void whatHappensWhileTheNodeIsDownShouldBeToldToNobody() throws Exception {
        String id = atFirst.talk(Quick.NUMBER);
        atFirst.until("put TALKING");
        inject("{\"kind\":\"node-down\",\"node\":\"a\",\"seconds\":60}");
        atFirst.stream().awaitClosed();
        new Control(simulators).post("/platforms/finesse/calls/" + id + "/far-end", "{\"action\":\"hangup\"}");
        Await.until("the call is over", () -> simulators.books().get(0).ended());

        try (Desk alice = Desk.aliceAt(second, simulators)) {
            assertThat(alice.arrived()).isEmpty();
            assertThat(alice.dialogs()).isEqualTo("<Dialogs></Dialogs>");
        }
    }

    @Test
    void failoverShouldKeepTheStateOrNot() throws Exception {
        assertThat(userAfterFailover()).contains("<state>READY</state>");
        close();
        open(TWO.with("finesse.afterFailover", "notReady"));
        assertThat(userAfterFailover()).contains("<state>NOT_READY</state>", "<reasonCodeId>255</reasonCodeId>");
    }

    private String userAfterFailover() throws Exception {
        atFirst.state("<state>READY</state>");
        atFirst.until("put READY");
        try (Desk alice = Desk.aliceAt(second, simulators)) {
            alice.logIn();
            alice.until("put READY");
            return alice.rest().get(ALICE).body();
        }
    }

    @Test
    void contactCentreExpressShouldForgetTheCallType() throws Exception {
        close();
        open(TWO.with("finesse.deployment", "uccx"));
        assertThat(callTypeAfterFailover()).isEmpty();
        close();
        open(TWO.with("finesse.deployment", "uccx").with("finesse.callTypeAfterFailover", "null"));
        assertThat(callTypeAfterFailover()).isEqualTo("NULL");
    }

    private String callTypeAfterFailover() throws Exception {
        atFirst.talk(Quick.NUMBER);
        try (Desk alice = Desk.aliceAt(second, simulators)) {
            alice.logIn();
            return alice.untilOne("PUT ACTIVE [ACTIVE, ACTIVE]").media("callType");
        }
    }

    @Test
    void laterConnectionShouldEndTheEarlierOne() throws Exception {
        try (Desk alice = Desk.aliceAt(second, simulators)) {
            assertThat(atFirst.stream().next().child("conflict")).isPresent();
            alice.logIn();
            alice.until("put NOT_READY");
            assertThat(Rest.errorType(atFirst.state("<state>READY</state>"))).isEqualTo("401 Authorization Failure");
        }
    }

    @Test
    void laterConnectionShouldBeRefusedWhereThatIsSet() throws Exception {
        close();
        open(TWO.with("finesse.bothNodes", "refuse"));

        assertThatThrownBy(() -> Desk.aliceAt(second, simulators)).hasMessageContaining("not-authorized");
        assertThat(Rest.errorType(
                        restAtSecond().put(ALICE, "<User><state>LOGIN</state><extension>1001</extension></User>")))
                .isEqualTo("401 Invalid State");
        atFirst.close();
        Await.until("gone", () -> simulators.finesse().sessions().isEmpty());
        Desk.aliceAt(second, simulators).close();
    }

    @Test
    void outageOfOneShouldNotBeOneOfTheOther() throws Exception {
        inject("{\"kind\":\"out-of-service\",\"node\":\"a\",\"seconds\":60}");

        assertThat(atFirst.next().summary()).isEqualTo("put OUT_OF_SERVICE");
        assertThat(atFirst.rest().get(ALICE).statusCode()).isEqualTo(503);
        assertThat(restAtSecond().get(ALICE).statusCode()).isEqualTo(200);
        assertThat(restAtSecond().get("/finesse/api/SystemInfo").body()).contains("<status>IN_SERVICE</status>");
        assertThat(atFirst.rest().get("/finesse/api/SystemInfo").body()).contains("<status>OUT_OF_SERVICE</status>");
    }

    @Test
    void agentWhoIsAtNoNodeAnyMoreShouldBeSignedOut() throws Exception {
        close();
        open(TWO.with("finesse.presenceGrace", "300ms"));
        try (Desk alice = Desk.aliceAt(second, simulators)) {
            alice.logIn();
            alice.until("put NOT_READY");
            alice.state("<state>READY</state>");
            alice.until("put READY");
        }
        Await.until("signed out", () -> {
            try {
                return restAtSecond().get(ALICE).body().contains("<reasonCodeId>255</reasonCodeId>");
            } catch (IOException e) { // not yet
                return false;
            }
        });
    }

    private Rest restAtSecond() {
        return new Rest(simulators, second, Rest.basic("alice", "secret"));
    }

    private void inject(String fault) {
        assertThat(new Control(simulators)
                        .post("/platforms/finesse/faults", fault)
                        .status())
                .isEqualTo(202);
    }
}
