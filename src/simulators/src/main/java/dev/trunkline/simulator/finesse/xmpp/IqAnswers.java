package dev.trunkline.simulator.finesse.xmpp;

import dev.trunkline.simulator.finesse.wire.Element;
import java.util.Optional;

/** Answers the questions that Finesse's XMPP server knows (sheet 9.2); any other is {@code service-unavailable}. */
final class IqAnswers {
    private final String domain;
    private final PubSub pubSub;

    IqAnswers(String domain, PubSub pubSub) {
        this.domain = domain;
        this.pubSub = pubSub;
    }

    /** Empty for what is an answer itself. */
    Optional<String> answer(Address asker, Element iq) {
        String type = iq.attribute("type").orElse("");
        if (type.equals("result") || type.equals("error")) {
            return Optional.empty();
        }
        boolean sound = iq.children().size() == 1
                && (type.equals("get") || type.equals("set"))
                && iq.attribute("id").isPresent();
        String to = iq.attribute("to").orElse("");
        Reply reply = sound
                ? reply(asker, to, new Question(type, iq.children().get(0)))
                : Reply.error("modify", "bad-request");
        return Optional.of(Words.iq(
                reply.failed() ? "error" : "result", iq.attribute("id").orElse(""), to, asker.full(), reply.content()));
    }

    /** A message that nobody here takes: agents do not write to each other (sheet 1), and the nodes take no mail. */
    Optional<String> bounce(Address sender, Element message) {
        String to = message.attribute("to").orElse("");
        boolean dropped = to.isEmpty()
                || to.equals(sender.bare())
                || to.equals("pubsub." + domain)
                || message.attribute("type").filter("error"::equals).isPresent();
        String id = message.attribute("id").orElse("");
        return dropped
                ? Optional.empty()
                : Optional.of(Words.stanza(
                        "message", "error", id, to, sender.full(), nobody(to).content()));
    }

    private Reply nobody(String to) {
        Optional<Address> stranger = Address.parse(to);
        if (stranger.isEmpty()) {
            return Reply.error("modify", "jid-malformed");
        }
        return stranger.get().domain().equalsIgnoreCase(domain)
                ? Reply.unavailable()
                : Reply.error("cancel", "remote-server-not-found");
    }

    private Reply reply(Address asker, String to, Question question) {
        if (to.isEmpty() || to.equals(asker.bare())) {
            return ofAccount(question);
        }
        if (to.equalsIgnoreCase(domain)) {
            return ofServer(question);
        }
        if (to.equals("pubsub." + domain)) {
            return pubSub.reply(asker, question);
        }
        return nobody(to);
    }

    /** What the server answers in the agent's name. */
    private Reply ofAccount(Question question) {
        return switch (question.what()) {
            case "set " + Words.SESSION, "get " + Words.PING -> Reply.of("");
            case "get " + Words.ROSTER ->
                Reply.of("<query xmlns='" + Words.ROSTER + "'><item jid='finesse@" + domain
                        + "' name='finesse' subscription='both'/></query>");
            case "get " + Words.INFO ->
                Reply.of("<query xmlns='" + Words.INFO + "'><identity category='account' type='registered'/></query>");
            default -> Reply.unavailable();
        };
    }

    private Reply ofServer(Question question) {
        return switch (question.what()) {
            case "set " + Words.SESSION, "get " + Words.PING -> Reply.of("");
            case "get " + Words.INFO ->
                question.node().isPresent() ? Reply.error("cancel", "item-not-found") : serverInfo();
            case "get " + Words.ITEMS ->
                Reply.of("<query xmlns='" + Words.ITEMS + "'><item jid='pubsub." + domain + "'/></query>");
            default -> Reply.unavailable();
        };
    }

    private static Reply serverInfo() {
        return Reply.of("<query xmlns='" + Words.INFO + "'><identity category='server' type='im' name='Finesse'/>"
                + "<feature var='" + Words.INFO + "'/><feature var='" + Words.ITEMS + "'/><feature var='" + Words.PING
                + "'/></query>");
    }

    /** @param type {@code get} or {@code set} */
    record Question(String type, Element content) {
        String what() {
            return type + " " + content.namespace();
        }

        Optional<String> node() {
            return content.attribute("node");
        }
    }

    /** What stands inside the answer, and whether that is an error. */
    record Reply(boolean failed, String content) {
        static Reply of(String content) {
            return new Reply(false, content);
        }

        static Reply error(String type, String condition) {
            return new Reply(true, Words.error(type, condition));
        }

        static Reply unavailable() {
            return error("cancel", "service-unavailable");
        }
    }
}
