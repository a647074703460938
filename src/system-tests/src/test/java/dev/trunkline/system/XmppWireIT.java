package dev.trunkline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The simulator's own XMPP server says the same as Prosody, word for word where a client could tell the difference. Left out is what the
 * standard leaves open, what Finesse is known to do otherwise, and where Prosody is milder than RFC 6120 (stanzas before the sign-in, bind as
 * a question, comments).
 */
class XmppWireIT {
    private static Prosody prosody;
    private static Site component;
    private static Site own;
    private static Party judge;
    private static Party judged;
    private static RawXmpp finesse;

    /** One of the servers. */
    private record Party(int port, Path trusted) {
        RawXmpp connected() {
            return RawXmpp.connected(port, trusted);
        }

        RawXmpp alice(String resource) {
            return connected().signIn("alice", "secret", resource);
        }
    }

    @BeforeAll
    static void open() {
        Prosody.mustBeInstalled();
        Installation beside = Site.installation("wire-component");
        prosody = Prosody.started(beside.ports());
        component = Site.simulatorsOnly(beside, prosody.componentOptions());
        own = Site.simulatorsOnly("wire");
        judge = new Party(beside.ports().xmppSecure(), prosody.certificate().file());
        judged = new Party(
                own.installation().ports().xmppSecure(), own.installation().certificate());
        finesse = judge.connected().signIn("finesse", "secret", "finesse").present();
        Await.until("the component is there", () -> {
            try (RawXmpp alice = judge.alice("first")) {
                return alice.ask("<iq type='get' id='c' to='pubsub.localhost'><ping xmlns='urn:xmpp:ping'/></iq>")
                        .attribute("type")
                        .equals("result");
            }
        });
    }

    @AfterAll
    static void close() {
        if (prosody != null) {
            finesse.close();
            own.close();
            component.close();
            prosody.close();
        }
    }

    private static void bothShouldSay(List<String> expected, Function<Party, List<String>> script) {
        assertThat(script.apply(judge)).as("Prosody").isEqualTo(expected);
        assertThat(script.apply(judged)).as("our server").isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>"
                        + "|improper-addressing",
                "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='nowhere' version='1.0'>"
                        + "|host-unknown",
                "<stream:stream xmlns='jabber:client' xmlns:stream='urn:other' to='localhost' version='1.0'>|invalid-namespace",
                "<stream:flow xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='localhost' version='1.0'>"
                        + "|invalid-namespace",
                "GET / HTTP/1.1|not-well-formed",
            })
    void badHeaderShouldBeAnsweredByAHeaderAndAnError(String header, String condition) {
        bothShouldSay(List.of("stream:error " + condition, "closed", "hung up"), party -> {
            try (RawXmpp client = party.connected()) {
                String first = client.begin(header).gist();
                return List.of(first, client.hear().gist(), client.isHungUp() ? "hung up" : "open");
            }
        });
    }

    @Test
    void featuresShouldBeOfferedStepByStep() {
        bothShouldSay(List.of("true", "PLAIN", "success", "true", "true"), party -> {
            try (RawXmpp client = party.connected()) {
                Heard before = client.begin(RawXmpp.header(" to='LOCALHOST'"));
                Heard mechanisms = before.children().get(0);
                String success = client.ask(RawXmpp.plain("alice", "secret")).gist();
                Heard after = client.open();
                return List.of(
                        String.valueOf(
                                !before.has("bind") && mechanisms.children().size() == 1),
                        mechanisms.has("mechanism") ? "PLAIN" : "",
                        success,
                        String.valueOf(after.has("bind")),
                        String.valueOf(after.has("session") && !after.has("mechanisms")));
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>AGFsaWNlAHdyb25n</auth>|failure not-authorized",
                "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>AG5vYm9keQBzZWNyZXQ=</auth>|failure not-authorized",
                "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'>eA==</auth>|failure invalid-mechanism",
                "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>eA==</auth>|failure invalid-mechanism",
                "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>a*b</auth>|failure incorrect-encoding",
                "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>YWJj</auth>|failure malformed-request",
                "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'/>|failure malformed-request",
                "<abort xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>|failure aborted",
                "<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>|failure not-authorized",
            })
    void refusedSignInShouldLeaveRoomForAnother(String words, String expected) {
        bothShouldSay(List.of(expected, "success"), party -> {
            try (RawXmpp client = party.connected()) {
                client.open();
                String refusal = client.ask(words).gist();
                return List.of(
                        refusal, client.ask(RawXmpp.plain("alice", "secret")).gist());
            }
        });
    }

    @Test
    void secondSignInShouldEndTheStream() {
        bothShouldSay(List.of("stream:error unsupported-stanza-type", "closed"), party -> {
            try (RawXmpp client = party.connected()) {
                client.open();
                client.ask(RawXmpp.plain("alice", "secret"));
                client.open();
                String error = client.ask(RawXmpp.plain("alice", "secret")).gist();
                return List.of(error, client.hear().gist());
            }
        });
    }

    @Test
    void wishedResourceShouldBeBound() {
        bothShouldSay(List.of("iq type=result id=b", "true"), party -> {
            try (RawXmpp client = party.connected()) {
                client.open();
                client.ask(RawXmpp.plain("alice", "secret"));
                client.open();
                Heard bound = client.ask("<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>"
                        + "<resource>gw n1</resource></bind></iq>");
                String ping = client.answersTo(
                                "<iq type='get' id='p' to='localhost'><ping xmlns='urn:xmpp:ping'/></iq>")
                        .get(0)
                        .attribute("to");
                return List.of(bound.gist(), String.valueOf(ping.equals("alice@localhost/gw n1")));
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<iq type='set' id='q'><session xmlns='urn:ietf:params:xml:ns:xmpp-session'/></iq>|iq type=result id=q",
                "<iq type='get' id='q'><query xmlns='jabber:iq:roster'/></iq>|iq type=result id=q",
                "<iq type='get' id='q' to='localhost'><query xmlns='jabber:iq:roster'/></iq>"
                        + "|iq type=error id=q from=localhost cancel service-unavailable",
                "<iq type='get' id='q' to='bob@localhost'><query xmlns='jabber:iq:roster'/></iq>"
                        + "|iq type=error id=q from=bob@localhost cancel service-unavailable",
                "<iq type='get' id='q' to='pubsub.localhost'><query xmlns='jabber:iq:roster'/></iq>"
                        + "|iq type=error id=q from=pubsub.localhost cancel service-unavailable",
                "<iq type='get' id='q' to='localhost'><ping xmlns='urn:xmpp:ping'/></iq>|iq type=result id=q from=localhost",
                "<iq type='get' id='q'><ping xmlns='urn:xmpp:ping'/></iq>|iq type=result id=q",
                "<iq type='set' id='q' to='localhost'><ping xmlns='urn:xmpp:ping'/></iq>"
                        + "|iq type=error id=q from=localhost cancel service-unavailable",
                "<iq type='get' id='q' to='bob@localhost/none'><ping xmlns='urn:xmpp:ping'/></iq>"
                        + "|iq type=error id=q from=bob@localhost/none cancel service-unavailable",
                "<iq type='get' id='q' to='@@'><ping xmlns='urn:xmpp:ping'/></iq>|iq type=error id=q from=@@ modify jid-malformed",
                "<iq type='get' id='q' from='bob@localhost/x' to='localhost'><ping xmlns='urn:xmpp:ping'/></iq>"
                        + "|iq type=result id=q from=localhost",
                "<iq type='get' id='q'><query xmlns='jabber:iq:nothing'/></iq>|iq type=error id=q cancel service-unavailable",
                "<iq type='get' id='q'><vCard xmlns='vcard-temp'/></iq>|iq type=error id=q cancel service-unavailable",
                "<iq type='set' id='q' to='localhost'><query xmlns='jabber:iq:nothing'/></iq>"
                        + "|iq type=error id=q from=localhost cancel service-unavailable",
                "<iq id='q'><ping xmlns='urn:xmpp:ping'/></iq>|iq type=error id=q modify bad-request",
                "<iq type='push' id='q'><ping xmlns='urn:xmpp:ping'/></iq>|iq type=error id=q modify bad-request",
                "<iq type='get'><ping xmlns='urn:xmpp:ping'/></iq>|iq type=error modify bad-request",
                "<iq type='get' id='q'/>|iq type=error id=q modify bad-request",
                "<iq type='get' id='q'><ping xmlns='urn:xmpp:ping'/><ping xmlns='urn:xmpp:ping'/></iq>"
                        + "|iq type=error id=q modify bad-request",
                "<iq type='result' id='q'/>|",
                "<iq type='error' id='q'/>|",
                "<iq type='set' id='q'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>"
                        + "|iq type=error id=q cancel service-unavailable",
                "<iq type='get' id='q' to='localhost'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>"
                        + "|iq type=result id=q from=localhost",
                "<iq type='get' id='q' to='localhost'><query xmlns='http://jabber.org/protocol/disco#info' node='none'/></iq>"
                        + "|iq type=error id=q from=localhost cancel item-not-found",
                "<iq type='get' id='q' to='localhost'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>"
                        + "|iq type=result id=q from=localhost",
                "<iq type='set' id='q' to='localhost'><pubsub xmlns='http://jabber.org/protocol/pubsub'/></iq>"
                        + "|iq type=error id=q from=localhost cancel service-unavailable",
                "<iq type='get' id='q' to='pubsub.localhost'><query xmlns='http://jabber.org/protocol/disco#info'"
                        + " node='/finesse/api/User/alice'/></iq>|iq type=result id=q from=pubsub.localhost",
                "<iq type='get' id='q' to='pubsub.localhost'><query xmlns='http://jabber.org/protocol/disco#info' node='none'/></iq>"
                        + "|iq type=error id=q from=pubsub.localhost cancel item-not-found",
                "<iq type='set' id='q' to='pubsub.localhost'><pubsub xmlns='http://jabber.org/protocol/pubsub'>"
                        + "<unsubscribe node='none' jid='alice@localhost'/></pubsub></iq>"
                        + "|iq type=error id=q from=pubsub.localhost cancel unexpected-request",
                "<message id='q' to='localhost'><body>x</body></message>"
                        + "|message type=error id=q from=localhost cancel service-unavailable",
                "<message id='q' to='nobody@localhost'><body>x</body></message>"
                        + "|message type=error id=q from=nobody@localhost cancel service-unavailable",
                "<message id='q' to='pubsub.localhost'><body>x</body></message>|",
                "<message id='q' type='error' to='nobody@localhost'><body>x</body></message>|",
                "<presence type='nonsense'/>|presence type=error modify bad-request",
            })
    void stanzaShouldBeAnsweredAlike(String words, String expected) {
        List<String> answers = expected == null ? List.of() : List.of(expected);
        bothShouldSay(answers, party -> {
            try (RawXmpp alice = party.alice("gw")) {
                return gists(alice.answersTo(words));
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<iq></wrong>|not-well-formed",
                "<message to='localhost'><body>&nosuch;</body></message>|not-well-formed",
                "<!DOCTYPE x [<!ENTITY a 'b'>]>|not-well-formed",
                "<hello/>|unsupported-stanza-type",
                "<hello xmlns='urn:other'/>|unsupported-stanza-type",
                "<enable xmlns='urn:xmpp:sm:3'/>|unsupported-stanza-type",
                "<compress xmlns='http://jabber.org/protocol/compress'/>|unsupported-stanza-type",
            })
    void nonsenseShouldEndTheStreamWithItsReason(String words, String condition) {
        bothShouldSay(List.of("stream:error " + condition, "closed", "hung up"), party -> {
            try (RawXmpp alice = party.alice("gw")) {
                alice.say(words);
                return List.of(alice.hear().gist(), alice.hear().gist(), alice.isHungUp() ? "hung up" : "open");
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "</stream:stream>",
                "<stream:error><conflict xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error></stream:stream>",
            })
    void farewellShouldBeReturned(String words) {
        bothShouldSay(List.of("closed", "hung up"), party -> {
            try (RawXmpp alice = party.alice("gw")) {
                return List.of(alice.ask(words).gist(), alice.isHungUp() ? "hung up" : "open");
            }
        });
    }

    @Test
    void presenceShouldBeToldToAllWhoAreThere() {
        String one = "presence from=alice@localhost/one";
        String two = "presence from=alice@localhost/two";
        String web = "presence from=finesse@localhost/finesse";
        String gone = "presence type=unavailable from=alice@localhost/two";
        List<List<String>> expected =
                List.of(List.of(one, web), List.of(one, two, web), List.of(two), List.of(gone), List.of(gone));
        bothShouldSay(expected.stream().map(List::toString).toList(), party -> {
            try (RawXmpp first = party.alice("one");
                    RawXmpp second = party.alice("two")) {
                return List.of(
                        presences(first, "<presence/>"),
                        presences(second, "<presence/>"),
                        presences(first, ""),
                        presences(second, "<presence type='unavailable'/>"),
                        presences(first, ""));
            }
        });
    }

    @Test
    void lostClientShouldBeToldAsUnavailable() {
        bothShouldSay(List.of("presence type=unavailable from=alice@localhost/two"), party -> {
            try (RawXmpp first = party.alice("one")) {
                first.answersTo("<presence/>");
                RawXmpp second = party.alice("two");
                second.answersTo("<presence/>");
                first.answersTo("");
                second.close();
                return List.of(first.hear().gist());
            }
        });
    }

    @Test
    void sameResourceTwiceShouldEndTheFirstAndLeaveTheSecond() {
        bothShouldSay(List.of("stream:error conflict", "closed", "hung up", "[]"), party -> {
            try (RawXmpp first = party.alice("same");
                    RawXmpp second = party.alice("same")) {
                return List.of(
                        first.hear().gist(),
                        first.hear().gist(),
                        first.isHungUp() ? "hung up" : "open",
                        gists(second.answersTo("")).toString());
            }
        });
    }

    @Test
    void explicitSubscriptionShouldBeTakenAndGivenBack() {
        String subscription = "<iq type='set' id='%1$s' to='pubsub.localhost'>"
                + "<pubsub xmlns='http://jabber.org/protocol/pubsub'>"
                + "<%1$s node='/finesse/api/User/alice' jid='alice@localhost/gw'/></pubsub></iq>";
        bothShouldSay(
                List.of(
                        "iq type=result id=subscribe from=pubsub.localhost",
                        "iq type=result id=unsubscribe from=pubsub.localhost",
                        "iq type=error id=unsubscribe from=pubsub.localhost cancel unexpected-request"),
                party -> {
                    try (RawXmpp alice = party.alice("gw")) {
                        return gists(alice.answersTo(subscription.formatted("subscribe")
                                + subscription.formatted("unsubscribe")
                                + subscription.formatted("unsubscribe")));
                    }
                });
    }

    /** In no order: the standard gives none. */
    private static String presences(RawXmpp client, String words) {
        return gists(client.answersTo(words)).stream().sorted().toList().toString();
    }

    /** Without the component's wish to see the agent's presence: whether Finesse has it is not known (sheet 5.7). */
    private static List<String> gists(List<Heard> all) {
        return all.stream()
                .filter(one -> !one.attribute("type").equals("subscribe"))
                .map(Heard::gist)
                .toList();
    }
}
