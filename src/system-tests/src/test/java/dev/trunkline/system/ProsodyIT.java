package dev.trunkline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The gateway against an XMPP server that we did not write: the simulated Finesse keeps its REST half and sends its events through Prosody.
 * Each test has an agent to itself.
 */
class ProsodyIT {
    /** The gateway's XMPP resource, see the settings of Finesse. */
    private static final String RESOURCE = "trunkline";

    private static Prosody prosody;
    private static Site site;
    private static Path trusted;

    @BeforeAll
    static void open() {
        Prosody.mustBeInstalled();
        Installation installation = Site.installation("prosody");
        prosody = Prosody.started(installation.ports());
        List<String> options = new ArrayList<>(List.of(prosody.componentOptions()));
        options.addAll(List.of("--agents", "1"));
        site = Site.simulatorsOnly(installation, options.toArray(String[]::new));
        trusted = prosody.certificate()
                .trustedWith(installation.certificate(), installation.data().resolve("both.pem"));
        site.withGateway(Map.of(
                "trunkline.finesse.trustStore", trusted.toString(),
                "trunkline.finesse.pingInterval", "1s",
                "trunkline.finesse.backoffLongest", "2s"));
    }

    @AfterAll
    static void close() {
        if (site != null) {
            site.close();
        }
        if (prosody != null) {
            prosody.close();
        }
    }

    @Test
    void callShouldBeToldFromItsBeginningToItsEnd() {
        Person alice = site.person("alice").ready();
        Person.Line line = alice.listen("?profile=extended");
        Placed call = Placed.by(alice, "3125550150");
        line.frames().awaitLifeCycle("CONNECTED");
        call.then("Hold").then("Retrieve").then("Drop");
        alice.done(alice.ask("WrapUp", "{\"wrapup\":\"31\",\"ready\":true}"));
        line.frames().awaitLifeCycle("ENDED");

        assertThat(line.frames().lifeCycles())
                .containsExactly(
                        "INITIATED", "DIALING", "RINGING", "CONNECTED", "HELD", "CONNECTED", "WRAP_UP", "ENDED");
        line.frames().all().forEach(Contract::checkFrame);
        assertThat(site.callsTo("3125550150")).isEqualTo(1);
    }

    @Test
    void pingsShouldBeAnswered() {
        Person bob = site.person("bob").ready();
        Person.Line line = bob.listen("?profile=extended");
        long before = boundAs("bob");
        awaitPings("bob", 5); // more than may be missed

        assertThat(link(bob)).isEqualTo("UP");
        assertThat(codes(line)).isEmpty();
        assertThat(boundAs("bob")).isEqualTo(before);
    }

    @Test
    void serverThatStandsStillShouldBeMissedAndFoundAgain() {
        Person carol = site.person("carol").ready();
        Person.Line line = carol.listen("?profile=extended");
        Placed call = Placed.by(carol, "3125550151").until("CONNECTED");
        String callId = call.callId();
        prosody.freeze();
        try {
            awaitCode(line, "LINK_DOWN");
            site.farEnd(callId, "hangup");
        } finally {
            prosody.thaw();
        }
        awaitCode(line, "LINK_RESTORED");
        line.frames().awaitLifeCycle("ENDED");

        assertThat(line.frames().lifeCycles()).endsWith("WRAP_UP", "ENDED").doesNotHaveDuplicates();
        line.frames().all().forEach(Contract::checkFrame);
    }

    @Test
    void resourceThatIsTakenOverShouldBeGivenUpUntilTheNextLogin() {
        site.person("bob").ready();
        Person dave = site.person("dave").ready();
        long before = boundAs("dave");
        Person.Line line = dave.listen("?profile=extended");
        int port = site.installation().ports().xmppSecure();
        try (RawXmpp other = RawXmpp.connected(port, trusted).signIn("dave", "secret", RESOURCE)) {
            JsonNode told = awaitCode(line, "LINK_DOWN");
            assertThat(told.toString()).contains("conflict");
            assertThat(link(dave)).isEqualTo("DOWN");
            awaitPings("bob", 4); // by then the gateway would have tried again
            assertThat(boundAs("dave")).isEqualTo(before + 1);
            assertThat(other.answersTo("")).isEmpty();
        }
        dave.ready();
        assertThat(link(dave)).isEqualTo("UP");
        Placed.by(dave, "3125550152").until("CONNECTED").end();
    }

    @Test
    void callShouldEndRightlyThoughTheServerIsKilledInItsMiddle() {
        Person erin = site.person("erin").ready();
        Person.Line line = erin.listen("?profile=extended");
        Placed call = Placed.by(erin, "3125550153").until("CONNECTED");
        prosody.kill();
        awaitCode(line, "LINK_DOWN");
        prosody.start();
        awaitCode(line, "LINK_RESTORED");
        call.end();
        line.frames().awaitLifeCycle("ENDED");

        List<String> cycles = line.frames().lifeCycles();
        assertThat(cycles).endsWith("CONNECTED", "WRAP_UP", "ENDED").doesNotHaveDuplicates();
        assertThat(site.callsTo("3125550153")).isEqualTo(1);
        line.frames().all().forEach(Contract::checkFrame);
    }

    @Test
    void passwordThatTheServerRefusesShouldFailTheLoginOnce() {
        prosody.password("agent0001", "another");
        Person root = site.person("root");
        JsonNode ack = Contract.json(root.post("{\"channel\":\"Finesse\",\"topic\":\"Agent\",\"subtopic\":\"Login\","
                        + "\"data\":{\"username\":\"agent0001\",\"password\":\"secret\",\"extension\":\"20001\"}}")
                .body());
        JsonNode command = root.settled(ack.at("/message/commandId").asText());

        assertThat(command.at("/problem/code").asText()).isEqualTo("AUTH_EXPIRED");
        assertThat(command.at("/problem/errorType").asText()).isEqualTo("LOGIN_FAILED");
        assertThat(prosody.lines("SEND:", "<failure", "not-authorized")).isEqualTo(1);
    }

    /** So many more; there is one a second. */
    private static void awaitPings(String agent, int count) {
        long before = answeredPings(agent);
        Await.until(count + " more pings are answered", () -> answeredPings(agent) >= before + count);
    }

    private static long answeredPings(String agent) {
        return prosody.lines(
                "SEND: <iq", "to='" + agent + "@localhost/" + RESOURCE + "'", "type='result'", "from='localhost'");
    }

    private static long boundAs(String agent) {
        return prosody.lines("Resource bound: " + agent + "@localhost/" + RESOURCE);
    }

    private static String link(Person person) {
        return person.read("agents/me").at("/platforms/0/link").asText();
    }

    private static List<String> codes(Person.Line line) {
        return line.frames().all().stream()
                .map(frame -> frame.at("/gateway/code").asText())
                .filter(code -> code.startsWith("LINK"))
                .toList();
    }

    private static JsonNode awaitCode(Person.Line line, String code) {
        return line.frames()
                .await(code, frame -> frame.at("/gateway/code").asText().equals(code));
    }
}
