package dev.trunkline.simulator.finesse.xmpp;

import dev.trunkline.simulator.finesse.wire.Markup;
import java.util.UUID;

/** The fixed words of XMPP that this server speaks. Pure. */
final class Words {
    static final String CLIENT = "jabber:client";
    static final String STREAM = "http://etherx.jabber.org/streams";
    static final String TLS = "urn:ietf:params:xml:ns:xmpp-tls";
    static final String SASL = "urn:ietf:params:xml:ns:xmpp-sasl";
    static final String BIND = "urn:ietf:params:xml:ns:xmpp-bind";
    static final String SESSION = "urn:ietf:params:xml:ns:xmpp-session";
    static final String ROSTER = "jabber:iq:roster";
    static final String PING = "urn:xmpp:ping";
    static final String INFO = "http://jabber.org/protocol/disco#info";
    static final String ITEMS = "http://jabber.org/protocol/disco#items";
    static final String PUBSUB = "http://jabber.org/protocol/pubsub";
    private static final String EVENT = PUBSUB + "#event";
    private static final String STANZAS = "urn:ietf:params:xml:ns:xmpp-stanzas";
    private static final String STREAMS = "urn:ietf:params:xml:ns:xmpp-streams";

    private Words() {}

    static String header(String domain, String streamId) {
        return "<?xml version='1.0' encoding='UTF-8'?><stream:stream xmlns='" + CLIENT + "' xmlns:stream='" + STREAM
                + "' from='" + domain + "' id='" + streamId + "' xml:lang='en' version='1.0'>";
    }

    static String featuresBeforeSignIn(boolean offersTls) {
        String startTls = offersTls ? "<starttls xmlns='" + TLS + "'/>" : "";
        return "<stream:features>" + startTls + "<mechanisms xmlns='" + SASL
                + "'><mechanism>PLAIN</mechanism></mechanisms></stream:features>";
    }

    static String featuresAfterSignIn() {
        return "<stream:features><bind xmlns='" + BIND + "'/><session xmlns='" + SESSION
                + "'><optional/></session></stream:features>";
    }

    static String saslFailure(String condition) {
        return "<failure xmlns='" + SASL + "'><" + condition + "/></failure>";
    }

    static String streamError(String condition) {
        return "<stream:error><" + condition + " xmlns='" + STREAMS + "'/></stream:error>";
    }

    static String iq(String type, String id, String from, String to, String content) {
        return stanza("iq", type, id, from, to, content);
    }

    /** Attributes without a value are left out. */
    static String stanza(String name, String type, String id, String from, String to, String content) {
        return "<" + name + unlessEmpty("type", type) + unlessEmpty("id", id) + unlessEmpty("from", from)
                + unlessEmpty("to", to) + ">" + content + "</" + name + ">";
    }

    private static String unlessEmpty(String attribute, String value) {
        return value.isEmpty() ? "" : " " + attribute + "='" + Markup.escape(value) + "'";
    }

    static String error(String type, String condition) {
        return "<error type='" + type + "'><" + condition + " xmlns='" + STANZAS + "'/></error>";
    }

    /** The framing of sheet 5.2: XML inside XML, as escaped text. */
    static String notification(String pubSub, String to, String ids, String node, String update, String delay) {
        return "<message from='" + pubSub + "' to='" + Markup.escape(to) + "' id='" + Markup.escape(ids) + "'>"
                + "<event xmlns='" + EVENT + "'><items node='" + Markup.escape(node) + "'><item id='"
                + UUID.randomUUID() + "'><notification xmlns='" + PUBSUB + "'>" + Markup.escape(update)
                + "</notification></item></items></event>" + delay + "</message>";
    }

    static String delay(String domain, String stamp) {
        return "<delay xmlns='urn:xmpp:delay' from='" + domain + "' stamp='" + stamp + "'/>";
    }

    /** Without a type it says that somebody is there. */
    static String presence(String type, String from, String to, String content) {
        return stanza("presence", type, "", from, to, content);
    }
}
