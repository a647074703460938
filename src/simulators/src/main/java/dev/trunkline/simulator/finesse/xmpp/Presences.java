package dev.trunkline.simulator.finesse.xmpp;

import dev.trunkline.simulator.finesse.wire.Element;
import java.util.List;
import java.util.function.BiConsumer;

/** Who is there (sheet 2.5, 5.1.3): agents tell it, the others of their resources and the contact centre hear it. */
final class Presences {
    private final Sessions sessions;
    private final Mail mail;
    private final String domain;
    private final BiConsumer<String, Boolean> centre;

    Presences(Sessions sessions, Mail mail, String domain, BiConsumer<String, Boolean> centre) {
        this.sessions = sessions;
        this.mail = mail;
        this.domain = domain;
        this.centre = centre;
    }

    void take(XmppSession session, Element presence) {
        if (presence.attribute("to").isPresent()) {
            return;
        }
        switch (presence.attribute("type").orElse("available")) {
            case "available" -> available(session, presence);
            case "unavailable" -> unavailable(session);
            default -> {
                // subscriptions: the roster is the server's own
            }
        }
    }

    private void available(XmppSession session, Element presence) {
        boolean before = session.available();
        session.available(priority(presence));
        String content = "<priority>" + session.priority() + "</priority>";
        othersOf(session).forEach(other -> other.connection()
                .send(Words.presence("", session.fullJid(), other.fullJid(), content)));
        if (!before) {
            session.connection().send(ofFinesse(session, true));
            centre.accept(session.agent(), true);
        }
        if (session.hears()) {
            mail.handOver(session);
        }
    }

    void tellOfFinesse(boolean there) {
        sessions.all(agent -> true).stream().filter(XmppSession::available).forEach(session -> session.connection()
                .send(ofFinesse(session, there)));
    }

    private String ofFinesse(XmppSession session, boolean there) {
        return Words.presence(there ? "" : "unavailable", "finesse@" + domain + "/finesse", session.fullJid(), "");
    }

    private void unavailable(XmppSession session) {
        boolean before = session.available();
        session.unavailable();
        if (before && !sessions.anyAvailable(session.agent())) {
            centre.accept(session.agent(), false);
        }
    }

    void gone(XmppSession session) {
        sessions.remove(session);
        unavailable(session);
    }

    private List<XmppSession> othersOf(XmppSession session) {
        return sessions.all(session.agent()::equals).stream()
                .filter(XmppSession::available)
                .toList();
    }

    private static int priority(Element presence) {
        String text = presence.textOf("priority").orElse("0");
        return text.matches("[+-]?[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    }
}
