package dev.trunkline.simulator.finesse.xmpp;

import dev.trunkline.simulator.finesse.wire.Element;
import java.util.List;
import java.util.function.BiConsumer;

/** Who is there (sheet 2.5, 5.1.3): agents tell it, the others of their resources and the contact centre hear it. */
final class Presences {
    private static final int LOWEST = -128;
    private static final int HIGHEST = 127;

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
            return; // to one person, or about subscriptions: the roster is the server's own
        }
        switch (presence.attribute("type").orElse("available")) {
            case "available" -> available(session, presence);
            case "unavailable" -> {
                List<XmppSession> hearers = allOf(session);
                unavailable(session);
                tellGone(session, hearers);
            }
            case "error" -> {
                // an answer, not a question
            }
            default ->
                session.connection()
                        .send(Words.presence("error", "", session.fullJid(), Words.error("modify", "bad-request")));
        }
    }

    private void available(XmppSession session, Element presence) {
        boolean before = session.available();
        session.available(priority(presence));
        allOf(session).forEach(hearer -> tell(session, hearer));
        if (!before) {
            allOf(session).stream().filter(other -> other != session).forEach(other -> tell(other, session));
            session.connection().send(ofFinesse(session, true));
            centre.accept(session.agent(), true);
        }
        if (session.hears()) {
            mail.handOver(session);
        }
    }

    private static void tell(XmppSession ofWhom, XmppSession hearer) {
        String content = "<priority>" + ofWhom.priority() + "</priority>";
        hearer.connection().send(Words.presence("", ofWhom.fullJid(), hearer.fullJid(), content));
    }

    private static void tellGone(XmppSession ofWhom, List<XmppSession> hearers) {
        hearers.forEach(hearer ->
                hearer.connection().send(Words.presence("unavailable", ofWhom.fullJid(), hearer.fullJid(), "")));
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
        boolean replaced = sessions.find(session.fullJid()).isPresent();
        if (session.available() && !replaced) {
            tellGone(session, allOf(session));
        }
        unavailable(session);
    }

    /** All resources of the same agent that are there. */
    private List<XmppSession> allOf(XmppSession session) {
        return sessions.all(session.agent()::equals).stream()
                .filter(XmppSession::available)
                .toList();
    }

    private static int priority(Element presence) {
        String text = presence.textOf("priority").orElse("0");
        int wanted = text.matches("[+-]?[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        return Math.max(LOWEST, Math.min(HIGHEST, wanted));
    }
}
