package dev.trunkline.simulator.finesse.xmpp;

import dev.trunkline.simulator.Disorder;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.SessionEntry;
import dev.trunkline.simulator.finesse.wire.Element;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Finesse's events through an XMPP server that is not ours, as its component {@code pubsub.<domain>} (sheet 9.1). Events go to the agents'
 * bare addresses whoever is there: it is that server which needs a presence of priority 0 or more to hand them on (RFC 6121, 8.5.2), and
 * which keeps or drops them without. For the contact centre alone we subscribe to the agents' presence; an agent whose client does not grant
 * it gets his events all the same, but counts as away.
 */
public final class XmppComponent implements EventServer {
    private final List<String> agents;
    private final String domain;
    private final String name;
    private final Faults faults;
    private final BiConsumer<String, Boolean> centre;
    private final Attendance attendance = new Attendance();
    private final Subscriptions subscriptions = new Subscriptions();
    private final IqAnswers answers;
    private final Disorder disorder;
    private final ComponentLink link;
    private int port;
    private int securePort;

    /** The listener hears when an agent comes and goes. */
    public XmppComponent(
            XmppServer.Parts parts,
            ExternalServer server,
            List<String> agents,
            BiConsumer<String, Boolean> presenceListener) {
        this.agents = List.copyOf(agents);
        domain = parts.domain();
        name = "pubsub." + domain;
        faults = parts.faults();
        centre = presenceListener;
        answers = new IqAnswers(domain, new PubSub(subscriptions));
        disorder = new Disorder(this::publish, parts.lane(), parts.timing().disorder(), faults);
        link = new ComponentLink(server, name, new ComponentLink.Ears(this::linked, this::heard, this::unlinked));
    }

    /** The ports are the other server's: we only tell them. */
    @Override
    public void open(int xmppPort, int xmppSecurePort) {
        port = xmppPort;
        securePort = xmppSecurePort;
        link.open();
    }

    /** Whoever granted it before is told of at once, also after the server was away. */
    private void linked() {
        agents.forEach(agent -> link.send(Words.presence("subscribe", name, agent + "@" + domain, "")));
    }

    /** Who is there now we cannot know; the time until an agent is signed out begins. */
    private void unlinked() {
        List<String> were = List.copyOf(attendance.agents());
        attendance.clear();
        were.forEach(agent -> centre.accept(agent, false));
    }

    private void heard(Element stanza) {
        Optional<Address> from = Address.parse(stanza.attribute("from").orElse(""));
        if (from.isPresent() && stanza.name().equals("presence")) {
            presence(from.get(), stanza.attribute("type").orElse(""));
        } else if (from.isPresent() && stanza.name().equals("iq")) {
            answers.answer(from.get(), stanza).ifPresent(link::send);
        }
    }

    private void presence(Address from, String type) {
        switch (type) {
            case "" -> available(from);
            case "unavailable" -> unavailable(from);
            case "subscribe" -> {
                link.send(Words.presence("subscribed", name, from.bare(), ""));
                link.send(Words.presence("", name, from.bare(), ""));
            }
            case "probe" -> link.send(Words.presence("", name, from.full(), ""));
            default -> {
                // granted, refused or bounced: what follows from it is told by the presence that comes or does not
            }
        }
    }

    private void available(Address from) {
        attendance.come(from);
        faults.remove("expire-auth", from.local());
        centre.accept(from.local(), true);
    }

    private void unavailable(Address from) {
        boolean before = attendance.any(from.local());
        attendance.gone(from);
        if (before && !attendance.any(from.local())) {
            centre.accept(from.local(), false);
        }
    }

    @Override
    public void deliver(String agentId, String node, String update, boolean disorderly) {
        disorder.deliver(agentId, node, update, disorderly);
    }

    private void publish(String agent, String node, String update) {
        String bareJid = agent + "@" + domain;
        send(bareJid, node, update);
        subscriptions.of(node).stream()
                .filter(jid -> jid.equals(bareJid) || attendance.has(jid))
                .forEach(jid -> send(jid, node, update));
    }

    private void send(String jid, String node, String update) {
        String id = node + "__" + jid + "__" + UUID.randomUUID().toString().substring(0, 5);
        link.send(Words.notification(name, jid, id, node, update, ""));
    }

    /** Another server's streams are not ours to break: that far end (sheet 9.4) is an ordinary one here. */
    @Override
    public void cut(String agentId) {}

    @Override
    public void tellAll(String node, String update) {
        attendance.agents().forEach(agent -> publish(agent, node, update));
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public int securePort() {
        return securePort;
    }

    /** So far as we were told: another resource of negative priority counts too. */
    @Override
    public boolean hears(String agent) {
        return attendance.any(agent);
    }

    @Override
    public boolean isPresent(String agent) {
        return attendance.any(agent);
    }

    @Override
    public boolean isConnected(String agent) {
        return attendance.any(agent);
    }

    @Override
    public List<SessionEntry> entries() {
        return attendance.entries();
    }

    @Override
    public void close() {
        link.close();
    }
}
