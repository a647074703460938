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
    Optional<String> answer(XmppSession session, Element iq) {
        String type = iq.attribute("type").orElse("");
        if (type.equals("result") || type.equals("error")) {
            return Optional.empty();
        }
        Reply reply = iq.children().size() == 1 && (type.equals("get") || type.equals("set"))
                ? reply(
                        session,
                        type,
                        iq.attribute("to").orElse(""),
                        iq.children().get(0))
                : Reply.error("modify", "bad-request");
        String id = iq.attribute("id").orElse("");
        return Optional.of(Words.iq(
                reply.failed() ? "error" : "result",
                id,
                iq.attribute("to").orElse(""),
                session.fullJid(),
                reply.content()));
    }

    private Reply reply(XmppSession session, String type, String to, Element question) {
        boolean toPubSub = to.equals("pubsub." + domain);
        String what = type + " " + question.namespace();
        return switch (what) {
            case "set " + Words.SESSION, "get " + Words.PING -> Reply.of("");
            case "get " + Words.ROSTER ->
                Reply.of("<query xmlns='" + Words.ROSTER + "'><item jid='finesse@" + domain
                        + "' name='finesse' subscription='both'/></query>");
            case "get " + Words.INFO -> toPubSub ? pubSub.info(session, question) : serverInfo();
            case "get " + Words.ITEMS -> toPubSub ? pubSub.items(session) : serverItems();
            case "set " + Words.PUBSUB, "get " + Words.PUBSUB ->
                toPubSub ? pubSub.answer(session, question) : Reply.unavailable();
            default -> Reply.unavailable();
        };
    }

    private Reply serverInfo() {
        return Reply.of("<query xmlns='" + Words.INFO + "'><identity category='server' type='im' name='Finesse'/>"
                + "<feature var='" + Words.INFO + "'/><feature var='" + Words.ITEMS + "'/><feature var='" + Words.PING
                + "'/></query>");
    }

    private Reply serverItems() {
        return Reply.of("<query xmlns='" + Words.ITEMS + "'><item jid='pubsub." + domain + "'/></query>");
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
