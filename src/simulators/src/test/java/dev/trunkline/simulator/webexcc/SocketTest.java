package dev.trunkline.simulator.webexcc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.Control;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes on a socket, to whom, and how long it lives (sheet 5.1, 5.4). */
class SocketTest extends AtWork {
    private static final String WATCHED =
            "{\"isKeepAliveEnabled\":true,\"clientType\":\"Watched\",\"allowMultiLogin\":true,\"force\":true}";

    @ParameterizedTest
    @ValueSource(strings = {"{\"keepalive\":\"true\"}", "{\"keepalive\":true}", "{ \"keepalive\" : \"true\" }"})
    void keepaliveShouldComeBackAsText(String keepalive) throws Exception {
        alice.listener().say(keepalive);

        assertThat(alice.listener().next()).isEqualTo(Rest.JSON.readTree("{\"keepalive\":\"true\"}"));
    }

    @Test
    void keepalivesShouldBeCounted() {
        long before = counted();
        alice.arrived();
        alice.arrived();

        assertThat(counted() - before).isEqualTo(2);
    }

    private long counted() {
        return new Control(simulators)
                .get("/platforms/webexcc/requests")
                .json()
                .path("keepalives")
                .asLong();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "{}", "[]", "{\"keepalive\":"})
    void otherWordsShouldBeOverheard(String words) {
        alice.listener().say(words);

        assertThat(alice.arrived()).isEmpty();
    }

    @Test
    void silentClientShouldBeClosedWhereKeepalivesAreWanted() throws Exception {
        restartWith("keepAliveWithin", "300ms");

        try (Listener watched = alice.listen(WATCHED)) {
            watched.awaitClosed();
        }
        assertThat(alice.listener().closedAs()).isEmpty();
    }

    @Test
    void keepalivesShouldKeepItOpen() throws Exception {
        restartWith("keepAliveWithin", "3s");

        try (Listener silent = alice.listen(WATCHED);
                Listener speaking = alice.listen(WATCHED)) {
            Await.until("the silent one is closed", () -> {
                speaking.keepAlive();
                return silent.closedAs().isPresent();
            });
            assertThat(speaking.closedAs()).isEmpty();
        }
    }

    @Test
    void everySocketOfAnAgentShouldHearHisEvents() throws Exception {
        try (Listener desktop = alice.listen(Worker.options("Desktop"))) {
            String id = Worker.id(alice.talk());

            assertThat(Worker.id(desktop.event("AgentContactAssigned"))).isEqualTo(id);
            assertThat(desktop.arrivedTypes()).contains("ContactRecordingStarted");
        }
    }

    @Test
    void everySocketShouldHearTheSame() throws Exception {
        try (Listener desktop = alice.listen(Worker.options("Desktop"))) {
            alice.become("Idle", alice.auxCode("Break"));

            assertThat(desktop.message("AgentStateChangeSuccess").path("data"))
                    .isEqualTo(
                            alice.listener().message("AgentStateChangeSuccess").path("data"));
        }
    }

    @Test
    void nobodyElseShouldHearThem() throws Exception {
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            JsonNode call = alice.talk();
            alice.wrappedUp(alice.hungUp(call));
            alice.become("Idle", alice.auxCode("Break"));
            alice.listener().event("AgentStateChangeSuccess");

            assertThat(bob.arrived()).isEmpty();
        }
    }

    @Test
    void everyMessageShouldHaveItsEnvelope() throws Exception {
        JsonNode call = alice.talk();
        alice.operate(call, "end");
        List<JsonNode> frames = alice.listener().events("AgentWrapup");

        assertThat(frames).isNotEmpty().allSatisfy(frame -> {
            assertThat(frame.path("type").asText()).isEqualTo("RoutingMessage");
            assertThat(frame.path("orgId").asText()).isEqualTo(alice.described().orgId());
            assertThat(frame.path("trackingId").asText()).startsWith("notifs_");
            assertThat(frame.at("/data/eventType").asText()).isEqualTo("RoutingMessage");
            assertThat(frame.at("/data/orgId").asText())
                    .isEqualTo(alice.described().orgId());
            assertThat(frame.at("/data/agentId").asText()).isEqualTo(alice.agentId());
            assertThat(frame.at("/data/eventTime").isIntegralNumber()).isTrue();
        });
    }

    @Test
    void trackingIdsShouldDiffer() throws Exception {
        alice.dial(Quick.NUMBER);
        List<JsonNode> frames = alice.listener().events("AgentContactAssigned");

        assertThat(frames)
                .extracting(frame -> frame.path("trackingId").asText())
                .doesNotHaveDuplicates();
        assertThat(frames)
                .extracting(frame -> frame.at("/data/trackingId").asText())
                .doesNotContain("");
    }

    @Test
    void timesOfEventsShouldNotGoBack() throws Exception {
        alice.dial(Quick.NUMBER);

        assertThat(alice.listener().events("ContactRecordingStarted"))
                .extracting(frame -> frame.at("/data/eventTime").asLong())
                .isSorted();
    }

    @ParameterizedTest
    @CsvSource({"true,Welcome", "false,''"})
    void welcomeShouldNameItselfInsideWhereItDoes(boolean setting, String type) throws Exception {
        restartWith("welcomeType", setting);
        String url = alice.subscribe(Worker.options("Others")).text("/webSocketUrl");

        try (Listener listener = new Listener(url)) {
            JsonNode welcome = listener.next();
            assertThat(Listener.type(welcome)).isEqualTo(type);
            assertThat(welcome.at("/data/agentId").asText()).isEqualTo(alice.agentId());
        }
    }

    @Test
    void sessionsShouldBeInTheBooks() throws Exception {
        try (Listener other = alice.listen(Worker.options("Others"))) {
            JsonNode sessions =
                    alice.control().get("/platforms/webexcc/sessions").json();

            assertThat(other.open()).isTrue();
            assertThat(sessions.size()).isEqualTo(2);
            assertThat(sessions.findValuesAsText("agent")).containsOnly("alice");
        }
    }
}
