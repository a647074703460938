package dev.trunkline.simulator.finesse.xmpp;

import dev.trunkline.simulator.finesse.wire.Element;
import dev.trunkline.simulator.finesse.wire.Markup;
import dev.trunkline.simulator.finesse.xmpp.IqAnswers.Reply;
import java.util.List;
import java.util.Optional;

/** The publish-subscribe half of the server: nodes that exist, and explicit subscriptions (sheet 5.1). */
final class PubSub {
    private static final String SYSTEM = "/finesse/api/SystemInfo";
    private static final String TEAM = "/finesse/api/Team/[0-9]+/Users";

    private final Subscriptions subscriptions;

    PubSub(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    Reply info(XmppSession session, Element query) {
        Optional<String> node = query.attribute("node");
        if (node.isPresent() && !mayRead(session, node.get())) {
            return Reply.error("cancel", "item-not-found");
        }
        String kind = node.isPresent() ? "leaf" : "service";
        String name = node.map(text -> " node='" + Markup.escape(text) + "'").orElse("");
        return Reply.of("<query xmlns='" + Words.INFO + "'" + name + "><identity category='pubsub' type='" + kind
                + "'/><feature var='" + Words.PUBSUB + "'/></query>");
    }

    Reply items(XmppSession session) {
        StringBuilder items = new StringBuilder("<query xmlns='" + Words.ITEMS + "'>");
        String service = "pubsub." + session.bareJid().replaceAll(".*@", "");
        for (String node : ownNodes(session)) {
            items.append("<item jid='")
                    .append(service)
                    .append("' node='")
                    .append(Markup.escape(node))
                    .append("'/>");
        }
        return Reply.of(items.append("</query>").toString());
    }

    Reply answer(XmppSession session, Element pubsub) {
        if (pubsub.children().size() != 1) {
            return Reply.error("modify", "bad-request");
        }
        Element what = pubsub.children().get(0);
        return switch (what.name()) {
            case "subscribe" -> subscribe(session, what);
            case "unsubscribe" -> unsubscribe(session, what);
            case "subscriptions" -> list(session);
            default -> Reply.error("cancel", "feature-not-implemented");
        };
    }

    private Reply subscribe(XmppSession session, Element subscribe) {
        String node = subscribe.attribute("node").orElse("");
        String jid = subscribe.attribute("jid").orElse("");
        if (!isOwn(session, jid)) {
            return Reply.error("modify", "bad-request");
        }
        if (!mayRead(session, node)) {
            return Reply.error("cancel", "item-not-found");
        }
        subscriptions.add(node, jid);
        return Reply.of("<pubsub xmlns='" + Words.PUBSUB + "'>" + subscription(node, jid) + "</pubsub>");
    }

    private Reply unsubscribe(XmppSession session, Element unsubscribe) {
        String node = unsubscribe.attribute("node").orElse("");
        String jid = unsubscribe.attribute("jid").orElse("");
        if (!isOwn(session, jid)) {
            return Reply.error("modify", "bad-request");
        }
        return subscriptions.remove(node, jid) ? Reply.of("") : Reply.error("cancel", "unexpected-request");
    }

    /** What the server subscribed the agent to, and what the agent asked for. */
    private Reply list(XmppSession session) {
        StringBuilder list = new StringBuilder();
        ownNodes(session).forEach(node -> list.append(subscription(node, session.bareJid())));
        subscriptions.by(session.bareJid()).forEach(one -> list.append(subscription(one.getKey(), one.getValue())));
        return Reply.of("<pubsub xmlns='" + Words.PUBSUB + "'><subscriptions>" + list + "</subscriptions></pubsub>");
    }

    private static String subscription(String node, String jid) {
        return "<subscription node='" + Markup.escape(node) + "' jid='" + Markup.escape(jid)
                + "' subscription='subscribed'/>";
    }

    private static boolean isOwn(XmppSession session, String jid) {
        return jid.equals(session.bareJid()) || jid.startsWith(session.bareJid() + "/");
    }

    private static boolean mayRead(XmppSession session, String node) {
        return ownNodes(session).contains(node) || node.matches(TEAM);
    }

    private static List<String> ownNodes(XmppSession session) {
        String user = "/finesse/api/User/" + session.agent();
        return List.of(user, user + "/Dialogs", SYSTEM);
    }
}
