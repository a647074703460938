package dev.trunkline.simulator.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.Simulators;
import dev.trunkline.simulator.finesse.wire.Element;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class XmppTest {
    private static final String SUBSCRIBE =
            "<iq type='set' id='s1' to='pubsub.localhost'><pubsub xmlns='http://jabber.org/protocol/pubsub'>"
                    + "<%s node='/finesse/api/User/alice' jid='alice@localhost/%s'/></pubsub></iq>";

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
    void bothPortsShouldLeadToASession() throws Exception {
        try (Stream plain = Stream.plain(simulators);
                Stream secure = Stream.secure(simulators)) {
            Element features = plain.open("localhost");
            assertThat(features.child("starttls")).isPresent();
            plain.startTls();
            plain.signIn("alice", "one").present(0);
            assertThat(secure.open("localhost").child("starttls")).isEmpty();
            assertThat(simulators.finesse().sessions()).hasSize(1);
        }
    }

    @Test
    void wrongPasswordShouldNotBeAuthorizedAndLock() throws Exception {
        try (Stream stream = Stream.secure(simulators)) {
            stream.open("localhost");
            for (int i = 0; i < 5; i++) {
                Element answer = stream.authenticate("alice", "guess");
                assertThat(answer.child("not-authorized")).isPresent();
            }
            assertThat(stream.authenticate("alice", "secret").name()).isEqualTo("failure");
        }
    }

    @Test
    void onlyPlainShouldBeOffered() throws Exception {
        try (Stream stream = Stream.secure(simulators)) {
            Element mechanisms = stream.open("localhost").child("mechanisms").orElseThrow();
            assertThat(mechanisms.all("mechanism")).hasSize(1);
            assertThat(stream.ask("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'>eA==</auth>")
                            .child("invalid-mechanism"))
                    .isPresent();
        }
    }

    @Test
    void anotherDomainShouldBeUnknown() throws Exception {
        try (Stream stream = Stream.secure(simulators)) {
            assertThat(stream.open("fin-b.example.net").child("host-unknown")).isPresent();
        }
    }

    @Test
    void malformedXmlShouldEndTheStream() throws Exception {
        try (Stream stream = Stream.secure(simulators)) {
            stream.open("localhost");
            assertThat(stream.ask("<auth></wrong>").child("not-well-formed")).isPresent();
            assertThat(stream.read().name()).isEqualTo("closed");
        }
    }

    @Test
    void stanzaBeforeSignInShouldEndTheStream() throws Exception {
        try (Stream stream = Stream.secure(simulators)) {
            stream.open("localhost");
            assertThat(stream.ask("<presence/>").child("not-authorized")).isPresent();
        }
    }

    @Test
    void sameResourceTwiceShouldEndTheFirst() throws Exception {
        try (Stream first = Stream.secure(simulators).signIn("alice", "same");
                Stream second =
                        Stream.secure(simulators).signIn("alice", "same").present(0)) {
            assertThat(first.next().child("conflict")).isPresent();
            first.awaitClosed();
            assertThat(second.untilPong()).isEmpty();
            assertThat(simulators.finesse().sessions()).hasSize(1);
        }
    }

    @Test
    void streamShouldBeClosedPolitely() throws Exception {
        try (Stream stream = Stream.secure(simulators).signIn("alice", "one").present(0)) {
            stream.send(" ");
            stream.send("</stream:stream>");
            stream.awaitClosed();
            Await.until(
                    "the session is gone", () -> simulators.finesse().sessions().isEmpty());
        }
    }

    @Test
    void endOfTheServerShouldBeSaid() throws Exception {
        try (Stream stream = Stream.secure(simulators).signIn("alice", "one").present(0)) {
            simulators.close();
            assertThat(stream.next().child("system-shutdown")).isPresent();
        }
    }

    @Test
    void questionsShouldBeAnswered() throws Exception {
        try (Stream stream = Stream.secure(simulators).signIn("alice", "one").present(0)) {
            stream.send("<iq type='get' id='1'><query xmlns='jabber:iq:roster'/></iq>");
            assertThat(stream.next().toString()).contains("finesse@localhost");
            stream.send(
                    "<iq type='get' id='2' to='localhost'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>");
            assertThat(stream.next().toString()).contains("urn:xmpp:ping");
            stream.send("<iq type='get' id='3' to='pubsub.localhost'>"
                    + "<query xmlns='http://jabber.org/protocol/disco#info' node='/finesse/api/User/alice'/></iq>");
            assertThat(stream.next().toString()).contains("leaf");
            stream.send("<iq type='get' id='4' to='pubsub.localhost'>"
                    + "<query xmlns='http://jabber.org/protocol/disco#info' node='/nowhere'/></iq>");
            assertThat(stream.next().toString()).contains("item-not-found");
            stream.send("<iq type='get' id='5'><query xmlns='jabber:iq:last'/></iq>");
            assertThat(stream.next().toString()).contains("service-unavailable");
        }
    }

    @Test
    void nothingShouldComeWithoutPresence() throws Exception {
        try (Stream silent = Stream.secure(simulators).signIn("alice", "silent");
                Stream negative =
                        Stream.secure(simulators).signIn("alice", "negative").present(-1)) {
            logIn();
            assertThat(silent.untilPong()).isEmpty();
            assertThat(negative.untilPong()).isEmpty();
            silent.send("<presence/>");
            assertThat(silent.nextUpdate().delayed()).isTrue();
        }
    }

    @Test
    void whatNobodyHeardShouldBeLostIfTheServerKeepsNothing() throws Exception {
        try (Simulators forgetful = Simulators.start(Quick.options().with("finesse.offlineStorage", false))) {
            new Rest(forgetful, "alice", "secret")
                    .put("/finesse/api/User/alice", "<User><state>LOGIN</state><extension>1001</extension></User>");
            Await.until("signed in", () -> user(forgetful).contains("NOT_READY"));
            try (Stream late = Stream.secure(forgetful).signIn("alice", "late").present(0)) {
                assertThat(late.untilPong()).isEmpty();
            }
        }
    }

    @Test
    void higherPriorityAndThenTheLaterOneShouldHear() throws Exception {
        try (Stream low = Stream.secure(simulators).signIn("alice", "low").present(0);
                Stream high = Stream.secure(simulators).signIn("alice", "high").present(5);
                Stream alsoLow =
                        Stream.secure(simulators).signIn("alice", "alsoLow").present(0)) {
            logIn();
            high.nextUpdate();
            high.send("<presence type='unavailable'/>");
            high.untilPong();
            logIn();
            alsoLow.nextUpdate();
            assertThat(low.untilPong()).noneMatch(stanza -> stanza.name().equals("message"));
        }
    }

    @Test
    void explicitSubscriptionShouldBringEventsOnceMore() throws Exception {
        try (Stream stream = Stream.secure(simulators).signIn("alice", "gw").present(0)) {
            stream.send(SUBSCRIBE.formatted("subscribe", "gw"));
            assertThat(stream.next().toString()).contains("subscribed");
            logIn();
            stream.nextUpdate();
            stream.nextUpdate();
            stream.send("<iq type='get' id='l' to='pubsub.localhost'>"
                    + "<pubsub xmlns='http://jabber.org/protocol/pubsub'><subscriptions/></pubsub></iq>");
            assertThat(stream.next().toString()).contains("alice@localhost/gw", "/finesse/api/SystemInfo");
            stream.send(SUBSCRIBE.formatted("unsubscribe", "gw"));
            assertThat(stream.next().attribute("type")).contains("result");
            stream.send(SUBSCRIBE.formatted("subscribe", "x").replace("jid='alice", "jid='bob"));
            assertThat(stream.next().attribute("type")).contains("error");
        }
    }

    @Test
    void lostPresenceShouldSignTheAgentOut() throws Exception {
        try (Simulators strict = Simulators.start(Quick.options().with("finesse.presenceGrace", "50ms"))) {
            Desk.alice(strict).close();
            Await.until("signed out", () -> user(strict).contains("<state>LOGOUT</state>"));
            assertThat(user(strict)).contains("<reasonCodeId>255</reasonCodeId>");
        }
    }

    @Test
    void silentClientShouldBeTakenForGone() throws Exception {
        try (Simulators strict = Simulators.start(Quick.options().with("finesse.silentClient", "600ms"));
                Stream stream = Stream.secure(strict).signIn("alice", "one")) {
            stream.awaitClosed();
        }
    }

    private void logIn() throws Exception {
        new Rest(simulators, "alice", "secret")
                .put("/finesse/api/User/alice", "<User><state>LOGIN</state><extension>1001</extension></User>");
        Await.until("signed in", () -> user(simulators).contains("NOT_READY"));
    }

    private static String user(Simulators some) {
        try {
            return new Rest(some, "alice", "secret")
                    .get("/finesse/api/User/alice")
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
