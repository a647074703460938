package dev.trunkline.simulator.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.simulator.Simulators;
import dev.trunkline.simulator.finesse.wire.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What RFC 6120 and 6121 ask of an XMPP server and another server does; the system tests ask that other server itself. */
class StandardTest {
    private static final String PING = "<ping xmlns='urn:xmpp:ping'/>";
    private Simulators simulators;

    @BeforeEach
    void start() {
        simulators = Quick.start();
    }

    @AfterEach
    void close() {
        simulators.close();
    }

    @Test
    void junkInsteadOfAHeaderShouldBeAnsweredByAHeaderAndAnError() throws Exception {
        try (Stream stream = Stream.secure(simulators)) {
            assertThat(stream.begin("GET / HTTP/1.1\r\n\r\n").child("not-well-formed"))
                    .isPresent();
        }
    }

    @Test
    void headerWithoutAddressShouldBeRefused() throws Exception {
        try (Stream stream = Stream.secure(simulators)) {
            String header =
                    "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>";
            assertThat(stream.begin(header).child("improper-addressing")).isPresent();
        }
    }

    @Test
    void domainShouldBeKnownInCapitalsToo() throws Exception {
        try (Stream stream = Stream.secure(simulators)) {
            assertThat(stream.open("LOCALHOST").child("mechanisms")).isPresent();
        }
    }

    @Test
    void givenUpSignInShouldBeConfirmed() throws Exception {
        try (Stream stream = Stream.secure(simulators)) {
            stream.open("localhost");
            assertThat(stream.ask("<abort xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>")
                            .child("aborted"))
                    .isPresent();
            assertThat(stream.authenticate("alice", "secret").name()).isEqualTo("success");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bob@localhost/none,service-unavailable",
        "bob@localhost,service-unavailable",
        "someone@elsewhere.example,remote-server-not-found",
        "@@,jid-malformed",
    })
    void questionToOthersShouldNotBeAnsweredInTheirName(String to, String condition) throws Exception {
        try (Stream stream = Stream.secure(simulators).signIn("alice", "one")) {
            stream.send("<iq type='get' id='q' to='" + to + "'>" + PING + "</iq>");
            assertThat(stream.next().toString()).contains(condition);
            stream.send("<message id='m' to='" + to + "'><body>x</body></message>");
            assertThat(stream.next().toString()).contains(condition);
        }
    }

    @Test
    void rosterShouldBeTheAgentsOnly() throws Exception {
        try (Stream stream = Stream.secure(simulators).signIn("alice", "one")) {
            stream.send("<iq type='get' id='q' to='localhost'><query xmlns='jabber:iq:roster'/></iq>");
            assertThat(stream.next().toString()).contains("service-unavailable");
            stream.send("<iq type='get' id='q' to='alice@localhost'><query xmlns='jabber:iq:roster'/></iq>");
            assertThat(stream.next().toString()).contains("finesse@localhost");
        }
    }

    @Test
    void questionWithoutIdAndPresenceOfNoKnownTypeShouldBeBadRequests() throws Exception {
        try (Stream stream = Stream.secure(simulators).signIn("alice", "one")) {
            stream.send("<iq type='get'>" + PING + "</iq>");
            assertThat(stream.next().toString()).contains("bad-request");
            stream.send("<presence type='nonsense'/>");
            assertThat(stream.next().toString()).contains("bad-request");
        }
    }

    @Test
    void errorOfTheClientShouldCloseTheStreamWithoutAnother() throws Exception {
        try (Stream stream = Stream.secure(simulators).signIn("alice", "one")) {
            stream.send("<stream:error><conflict xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>");
            assertThat(stream.next().name()).isEqualTo("closed");
        }
    }

    @Test
    void resourcesShouldHearOfEachOther() throws Exception {
        try (Stream one = Stream.secure(simulators).signIn("alice", "one").present(0);
                Stream two = Stream.secure(simulators).signIn("alice", "two")) {
            two.send("<presence/>");
            two.await(stanza -> isFrom(stanza, "one"));
            one.await(stanza -> isFrom(stanza, "two"));
            two.send("</stream:stream>");
            Element gone = one.await(stanza -> isFrom(stanza, "two"));
            assertThat(gone.attribute("type")).contains("unavailable");
        }
    }

    private static boolean isFrom(Element stanza, String resource) {
        return stanza.attribute("from")
                .filter(("alice@localhost/" + resource)::equals)
                .isPresent();
    }
}
