package dev.trunkline.simulator.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.simulator.BookEntry;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Simulators;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallTest {
    @Test
    void callShouldBeToldFromFirstRingToTheEndOfWrapUp() throws Exception {
        try (Simulators simulators = Quick.start();
                Desk alice = Desk.alice(simulators)) {
            assertThat(alice.dial(Quick.NUMBER).statusCode()).isEqualTo(202);
            List<Update> dialled = alice.until("put TALKING");
            String id = dialled.get(0).dialogId();
            assertThat(alice.act(id, "DROP", "").statusCode()).isEqualTo(202);
            List<Update> ended = alice.until("DELETE DROPPED [DROPPED]");

            assertThat(Desk.summaries(dialled))
                    .containsExactly(
                            "POST INITIATING [INITIATING]",
                            "POST INITIATING [INITIATING]",
                            "PUT INITIATED [INITIATED]",
                            "PUT ALERTING [INITIATED, ALERTING]",
                            "PUT ACTIVE [ACTIVE, ACTIVE]",
                            "put TALKING");
            assertThat(Desk.summaries(ended))
                    .containsExactly(
                            "PUT ACTIVE [WRAP_UP]",
                            "put WORK",
                            "put NOT_READY",
                            "PUT DROPPED [DROPPED]",
                            "PUT DROPPED [DROPPED]",
                            "DELETE DROPPED [DROPPED]");
            assertThat(alice.dialogs()).isEqualTo("<Dialogs></Dialogs>");
            BookEntry booked = simulators.books().get(0);
            assertThat(booked.callId()).isEqualTo(id);
            assertThat(booked.ended()).isTrue();
        }
    }

    @Test
    void readyAgentShouldBeMovedToNotReadyForTheCall() throws Exception {
        try (Simulators simulators = Quick.start();
                Desk alice = Desk.alice(simulators)) {
            alice.state("<state>READY</state>");
            alice.until("put READY");
            alice.dial(Quick.NUMBER);

            Update moved = alice.next();
            assertThat(moved.summary()).isEqualTo("put NOT_READY");
            assertThat(moved.document()
                            .child("data")
                            .orElseThrow()
                            .child("user")
                            .orElseThrow()
                            .textOf("reasonCodeId"))
                    .contains("50006");
        }
    }

    @Test
    void readyAgentOfAnOldReleaseShouldNotDial() throws Exception {
        try (Simulators simulators = Simulators.start(Quick.options().with("finesse.release", "12.0(1)"));
                Desk alice = Desk.alice(simulators)) {
            alice.state("<state>READY</state>");
            alice.until("put READY");
            assertThat(alice.dial(Quick.NUMBER).statusCode()).isEqualTo(202);

            assertThat(alice.next().summary()).isEqualTo("PUT error Call Operation Failure");
            assertThat(simulators.books()).isEmpty();
        }
    }

    @Test
    void requestIdShouldComeBackInTheFirstPostOnly() throws Exception {
        try (Simulators simulators = Quick.start();
                Desk alice = Desk.alice(simulators)) {
            alice.rest()
                    .send(alice.rest()
                            .request("/finesse/api/User/alice/Dialogs")
                            .setHeader("requestId", "mark-1")
                            .POST(BodyPublishers.ofString(alice.makeCall(Quick.NUMBER, "")))
                            .build());

            assertThat(alice.next().requestId()).isEqualTo("mark-1");
            assertThat(alice.next().requestId()).isEmpty();
        }
    }

    @Test
    void callVariablesShouldComeBackAsTheyWereSent() throws Exception {
        try (Simulators simulators = Quick.start();
                Desk alice = Desk.alice(simulators)) {
            String variables = "<mediaProperties><callvariables><CallVariable><name>callVariable3</name>"
                    + "<value>a &amp; b &lt;c&gt;</value></CallVariable><CallVariable><name>user.crmCase</name>"
                    + "<value>C-20177</value></CallVariable></callvariables></mediaProperties>";
            alice.rest().post("/finesse/api/User/alice/Dialogs", alice.makeCall(Quick.NUMBER, variables));

            String text = alice.next().dialog().orElseThrow().toString();
            assertThat(text).contains("a & b <c>").contains("C-20177");
        }
    }

    @Test
    void farEndShouldHangUpOnRequest() throws Exception {
        try (Simulators simulators = Quick.start();
                Desk alice = Desk.alice(simulators)) {
            String id = alice.talk(Quick.NUMBER);
            new Control(simulators).post("/platforms/finesse/calls/" + id + "/far-end", "{\"action\":\"hangup\"}");

            assertThat(Desk.summaries(alice.until("put WORK"))).contains("PUT ACTIVE [WRAP_UP]");
        }
    }

    @Test
    void pendingReadyShouldComeAfterWrapUp() throws Exception {
        try (Simulators simulators = Quick.start();
                Desk alice = Desk.alice(simulators)) {
            String id = alice.talk(Quick.NUMBER);
            alice.until("put TALKING");
            alice.state("<state>READY</state>");
            alice.until("put TALKING");
            alice.act(id, "DROP", "");

            assertThat(Desk.summaries(alice.until("put READY"))).contains("put WORK_READY");
        }
    }

    @Test
    void settingNotReadyShouldEndTheWrapUp() throws Exception {
        try (Simulators simulators = Simulators.start(Quick.options().with("finesse.wrapUp", "60s"));
                Desk alice = Desk.alice(simulators)) {
            String id = alice.talk(Quick.NUMBER);
            alice.act(id, "DROP", "");
            alice.until("put WORK");
            alice.act(
                    id,
                    "UPDATE_CALL_DATA",
                    "<mediaProperties><wrapUpReason>Wrong number</wrapUpReason></mediaProperties>");
            Update reasoned = alice.untilOne("PUT ACTIVE [WRAP_UP]");
            alice.state("<state>NOT_READY</state>");

            assertThat(reasoned.document().toString()).contains("Wrong number");
            assertThat(Desk.summaries(alice.until("DELETE DROPPED [DROPPED]"))).contains("put NOT_READY");
        }
    }

    @Test
    void contactCentreExpressShouldLeaveTheAgentNotReady() throws Exception {
        try (Simulators simulators = Simulators.start(Quick.options().with("finesse.deployment", "uccx"));
                Desk alice = Desk.alice(simulators)) {
            String id = alice.talk(Quick.NUMBER);
            alice.act(id, "DROP", "");

            assertThat(Desk.summaries(alice.until("DELETE DROPPED [DROPPED, DROPPED]")))
                    .containsExactly(
                            "PUT DROPPED [DROPPED, DROPPED]",
                            "PUT DROPPED [DROPPED, DROPPED]",
                            "DELETE DROPPED [DROPPED, DROPPED]");
        }
    }
}
