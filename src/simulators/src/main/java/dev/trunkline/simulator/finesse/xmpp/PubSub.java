package dev.trunkline.simulator.finesse.xmpp;

import dev.trunkline.simulator.finesse.wire.Element;
import dev.trunkline.simulator.finesse.wire.Markup;
import dev.trunkline.simulator.finesse.xmpp.IqAnswers.Question;
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

    Reply reply(Address agent, Question question) {
        return switch (question.what()) {
            case "get " + Words.PING -> Reply.of("");
            case "get " + Words.INFO -> info(agent, question.node());
            case "get " + Words.ITEMS -> items(agent);
            case "set " + Words.PUBSUB, "get " + Words.PUBSUB -> answer(agent, question.content());
            default -> Reply.unavailable();
        };
    }

    private Reply info(Address agent, Optional<String> node) {
        if (node.isPresent() && !mayRead(agent, node.get())) {
            return Reply.error("cancel", "item-not-found");
        }
        String kind = node.isPresent() ? "leaf" : "service";
        String name = node.map(text -> " node='" + Markup.escape(text) + "'").orElse("");
        return Reply.of("<query xmlns='" + Words.INFO + "'" + name + "><identity category='pubsub' type='" + kind
                + "'/><feature var='" + Words.PUBSUB + "'/></query>");
    }

    private Reply items(Address agent) {
        StringBuilder items = new StringBuilder("<query xmlns='" + Words.ITEMS + "'>");
        String service = "pubsub." + agent.domain();
        for (String node : ownNodes(agent)) {
            items.append("<item jid='")
                    .append(service)
                    .append("' node='")
                    .append(Markup.escape(node))
                    .append("'/>");
        }
        return Reply.of(items.append("</query>").toString());
    }

    private Reply answer(Address agent, Element pubsub) {
        if (pubsub.children().size() != 1) {
            return Reply.error("modify", "bad-request");
        }
        Element what = pubsub.children().get(0);
        return switch (what.name()) {
            case "subscribe" -> subscribe(agent, what);
            case "unsubscribe" -> unsubscribe(agent, what);
            case "subscriptions" -> list(agent);
            default -> Reply.error("cancel", "feature-not-implemented");
        };
    }

    private Reply subscribe(Address agent, Element subscribe) {
        String node = subscribe.attribute("node").orElse("");
        String jid = subscribe.attribute("jid").orElse("");
        if (!isOwn(agent, jid)) {
            return Reply.error("modify", "bad-request");
        }
        if (!mayRead(agent, node)) {
            return Reply.error("cancel", "item-not-found");
        }
        subscriptions.add(node, jid);
        return Reply.of("<pubsub xmlns='" + Words.PUBSUB + "'>" + subscription(node, jid) + "</pubsub>");
    }

    private Reply unsubscribe(Address agent, Element unsubscribe) {
        String node = unsubscribe.attribute("node").orElse("");
        String jid = unsubscribe.attribute("jid").orElse("");
        if (!isOwn(agent, jid)) {
            return Reply.error("modify", "bad-request");
        }
        return subscriptions.remove(node, jid) ? Reply.of("") : Reply.error("cancel", "unexpected-request");
    }

    /** What the server subscribed the agent to, and what the agent asked for. */
    private Reply list(Address agent) {
        StringBuilder list = new StringBuilder();
        ownNodes(agent).forEach(node -> list.append(subscription(node, agent.bare())));
        subscriptions.by(agent.bare()).forEach(one -> list.append(subscription(one.getKey(), one.getValue())));
        return Reply.of("<pubsub xmlns='" + Words.PUBSUB + "'><subscriptions>" + list + "</subscriptions></pubsub>");
    }

    private static String subscription(String node, String jid) {
        return "<subscription node='" + Markup.escape(node) + "' jid='" + Markup.escape(jid)
                + "' subscription='subscribed'/>";
    }

    private static boolean isOwn(Address agent, String jid) {
        return jid.equals(agent.bare()) || jid.startsWith(agent.bare() + "/");
    }

    private static boolean mayRead(Address agent, String node) {
        return ownNodes(agent).contains(node) || node.matches(TEAM);
    }

    private static List<String> ownNodes(Address agent) {
        String user = "/finesse/api/User/" + agent.local();
        return List.of(user, user + "/Dialogs", SYSTEM);
    }
}
