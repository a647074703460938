package dev.trunkline.simulator.webexcc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.BookEntry;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Simulators;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The control plane's part: books, far ends, counters, reset, what it describes. */
class BooksTest extends AtWork {
    private JsonNode counts() {
        return alice.control().get("/platforms/webexcc/requests").json();
    }

    private int farEnd(String id, String action) {
        return alice.control()
                .post("/platforms/webexcc/calls/" + id + "/far-end", "{\"action\":\"" + action + "\"}")
                .status();
    }

    @Test
    void farEndShouldAnswerAndHangUpAtAWord() throws Exception {
        JsonNode call = alice.ringing();
        assertThat(farEnd(Worker.id(call), "answer")).isEqualTo(202);
        alice.talking();
        assertThat(farEnd(Worker.id(call), "answer")).isEqualTo(409);
        assertThat(farEnd(Worker.id(call), "hangup")).isEqualTo(202);

        alice.listener().event("AgentWrapup");
    }

    @Test
    void unknownCallShouldHaveNoFarEnd() {
        assertThat(farEnd("none", "hangup")).isEqualTo(404);
    }

    @Test
    void callShouldEndInTheBooksWithItsWrapUp() throws Exception {
        JsonNode call = alice.talk();
        alice.hungUp(call);
        assertThat(simulators.books()).extracting(BookEntry::ended).containsExactly(false);
        alice.wrappedUp(call);

        assertThat(simulators.books()).extracting(BookEntry::ended).containsExactly(true);
    }

    @Test
    void callsOfAllShouldBeInTheBooksOfAll() throws Exception {
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            alice.talk();
            bob.talk();
        }

        JsonNode calls = alice.control().get("/calls").json();
        assertThat(calls.findValuesAsText("platform")).containsExactly("webexcc", "webexcc");
        assertThat(calls.findValuesAsText("agent")).containsExactly("alice", "bob");
    }

    @Test
    void requestsShouldBeCounted() throws Exception {
        alice.control().post("/platforms/webexcc/reset", "");
        JsonNode call = alice.talk();
        alice.held(call);
        alice.rest().organisation("v2/tenant-configuration?agentView=true");
        alice.rest().refresh("refresh-alice");
        alice.operate(call, "nothing");

        JsonNode counts = counts();
        assertThat(counts.path("dial").asInt()).isEqualTo(1);
        assertThat(counts.path("commands").asInt()).isEqualTo(1);
        assertThat(counts.path("reads").asInt()).isEqualTo(1);
        assertThat(counts.path("tokens").asInt()).isEqualTo(1);
        assertThat(counts.path("refused 404").asInt()).isEqualTo(1);
        assertThat(counts.path("requests").asInt()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void socketsShouldBeCounted() throws Exception {
        int before = counts().path("sockets").asInt();
        alice.listen(Worker.options("Others")).close();

        assertThat(counts().path("sockets").asInt() - before).isEqualTo(1);
    }

    @Test
    void resetShouldEndCallsAndKeepSessions() throws Exception {
        alice.talk();
        assertThat(alice.control().post("/platforms/webexcc/reset", "").status())
                .isEqualTo(202);

        assertThat(simulators.books()).isEmpty();
        assertThat(alice.listener().closedAs()).isEmpty();
        JsonNode session = alice.reloaded();
        assertThat(session.path("status").asText()).isEqualTo("LoggedIn");
        assertThat(session.path("interactionIds")).isEmpty();
        alice.talk();
    }

    @Test
    void resetShouldEndFaults() throws Exception {
        alice.ownFault("error", "\"count\":100");
        alice.control().post("/reset", "");

        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(201);
    }

    @Test
    void platformShouldSayWhatAClientMustKnow() {
        Described described = alice.described();

        assertThat(described.text("/name")).isEqualTo("webexcc");
        assertThat(described.api()).matches("https://localhost:\\d+");
        assertThat(described.orgId()).matches("[0-9a-f-]{36}");
        assertThat(described.person("erin").path("refreshToken").asText()).isEqualTo("refresh-erin");
        assertThat(described.extension("erin")).isEqualTo("1005");
        assertThat(described.person("bob").path("email").asText()).isEqualTo("bob@example.com");
        assertThat(described.entryPoint()).isNotEmpty();
        assertThat(described.ani()).startsWith("+");
        assertThat(described.json().path("wrapUpCodes").size()).isEqualTo(3);
        assertThat(described.json().path("idleCodes").size()).isGreaterThanOrEqualTo(2);
        assertThat(described.json().path("people").size()).isEqualTo(5);
    }

    @Test
    void idsShouldDifferAndStay() {
        Set<String> ids = new HashSet<>();
        for (String name : Set.of("alice", "bob", "carol", "dave", "erin")) {
            ids.add(alice.described().agentId(name));
        }
        assertThat(ids).hasSize(5).doesNotContain("");

        try (Simulators others = Quick.start(usual())) {
            assertThat(Described.of(others).agentId("alice")).isEqualTo(alice.agentId());
            assertThat(Described.of(others).orgId()).isEqualTo(alice.described().orgId());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sale", "Call back later", "Wrong number"})
    void idsOfWrapUpCodesShouldBeAsAgreed(String name) {
        assertThat(alice.described().wrapUpCode(name)).isEqualTo(id("wrap-up code", name));
    }

    private static String id(String kind, String name) {
        return UUID.nameUUIDFromBytes(("webexcc " + kind + " " + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Test
    void nobodyElsesTokensShouldBeGiven() {
        assertThat(new Control(simulators)
                        .post("/platforms/webexcc/tokens", "{\"agent\":\"nobody\"}")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "firstEvent,BEFORE_ANSWER,'one of [either, beforeAnswer, afterAnswer]'",
        "ring,soon,a duration",
        "endEchoed,maybe,true or false",
        "rate,many,a whole number"
    })
    void settingsShouldBeChecked(String name, String value, String wanted) {
        assertThatThrownBy(() -> Quick.start(usual().with("webexcc." + name, value)))
                .hasMessageContaining("webexcc." + name)
                .hasMessageContaining(wanted);
    }

    @Test
    void unknownSettingShouldBeRefused() {
        assertThatThrownBy(() -> Quick.start(usual().with("webexcc.wrapup", "1s")))
                .hasMessageContaining("webexcc.wrapUp");
        assertThatThrownBy(() -> Quick.start(usual().with("webexcc.speed", 0))).hasMessageContaining("webexcc.speed");
    }

    @Test
    void numberedAgentsShouldWorkToo() throws Exception {
        restart(usual().withAgents(2));

        assertThat(alice.rest().refresh("refresh-agent0002").status()).isEqualTo(200);
        assertThat(alice.rest().refresh("refresh-agent0003").status()).isEqualTo(400);
    }

    @Test
    void mistakesInFaultsShouldBeExplained() {
        Control control = alice.control();

        Control.Reply reply = control.post("/platforms/webexcc/faults", "{\"kind\":\"flood\"}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("detail").asText()).contains("flood", "silent-socket", "half-open", "no-welcome");
        assertThat(control.post("/platforms/webexcc/faults", "{\"kind\":\"slow\",\"agent\":\"nobody\"}")
                        .status())
                .isEqualTo(400);
        assertThat(control.post("/platforms/webexcc/faults", "{\"kind\":\"slow\",\"node\":\"a\"}")
                        .status())
                .isEqualTo(400);
    }
}
