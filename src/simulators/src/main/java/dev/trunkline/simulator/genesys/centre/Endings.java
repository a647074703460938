package dev.trunkline.simulator.genesys.centre;

import java.time.Instant;
import java.util.List;

/** How legs and conversations end, and what an agent owes afterwards (sheet 6.2, frames 7 to 9). On the lane. */
final class Endings {
    private final Room room;
    private final Desk desk;

    Endings(Room room, Desk desk) {
        this.room = room;
        this.desk = desk;
    }

    /** One leg ends, all hear so, and a moment later who is left alone is cut off too. */
    void leave(Conversation conversation, Participant who, Ending ending) {
        end(conversation, who, ending);
        told(conversation);
    }

    /** To all at once. */
    void endAll(Conversation conversation, Ending ending) {
        conversation.live().forEach(participant -> end(conversation, participant, ending));
        told(conversation);
    }

    /** To all at once, and nothing is due afterwards (sheet 4). */
    void tearDown(Conversation conversation) {
        endAll(conversation, Ending.of("client"));
        conversation.participants().stream()
                .filter(Participant::workDue)
                .forEach(party -> conclude(conversation, party, "ININ-WRAP-UP-SKIPPED"));
    }

    private void told(Conversation conversation) {
        room.tell(conversation);
        follow(conversation);
        room.tidying().next(conversation, room.timing().settle(), () -> tidy(conversation));
    }

    void end(Conversation conversation, Participant who, Ending ending) {
        room.progress().cancel(who);
        boolean reached = conversation.participants().stream()
                .filter(party -> party != who && party.ofOffer() == who.ofOffer())
                .anyMatch(party -> party.leg().everConnected());
        who.leg().end(ending);
        who.user().filter(any -> !who.ofOffer()).ifPresent(user -> endOffer(conversation, user));
        forgetConsult(conversation, who);
        who.work().ifPresent(work -> {
            if (who.leg().everConnected() && (reached || room.rules().wrapUpUnanswered())) {
                beginWork(conversation, who, work);
            } else {
                work.want(false);
            }
        });
        if (room.rules().straightToTerminated()) {
            who.leg().become(LegState.TERMINATED);
        }
    }

    /** With the agent's call, what was offered before it is over. */
    private static void endOffer(Conversation conversation, User user) {
        conversation.preview().filter(any -> conversation.placer() == user).ifPresent(preview -> {
            preview.become(Preview.State.ENDED);
            conversation.participants().stream()
                    .filter(Participant::ofOffer)
                    .filter(Participant::live)
                    .forEach(party -> party.leg().end(Ending.of("client")));
        });
    }

    /** With one of its three parties a consult is over. */
    private static void forgetConsult(Conversation conversation, Participant who) {
        if (!who.consult().isEmpty()) {
            conversation.participants().forEach(Endings::free);
        }
    }

    static void free(Participant participant) {
        participant.consult("");
        participant.attributes().remove("consultInitiator");
        participant.leg().confine(false);
    }

    private void beginWork(Conversation conversation, Participant who, AfterCallWork work) {
        work.begin();
        if (work.due() && work.prompt().timed()) {
            room.progress().next(who, work.timeout(), () -> conclude(conversation, who, "ININ-WRAP-UP-TIMEOUT"));
        }
    }

    /** The platform says a word for him. */
    private void conclude(Conversation conversation, Participant who, String code) {
        who.work().ifPresent(work -> work.conclude(new Wrapup(code, "", false, Instant.now())));
        workDone(conversation, who);
    }

    /** After the word of who had work to do. */
    void workDone(Conversation conversation, Participant who) {
        if (!who.live() && !who.workDue()) {
            room.progress().cancel(who);
            who.leg().become(LegState.TERMINATED);
        }
        room.tell(conversation);
        follow(conversation);
    }

    /** Nobody stays alone, and what is over is told as terminated. */
    private void tidy(Conversation conversation) {
        List<Participant> live = conversation.live();
        List<Participant> over = conversation.participants().stream()
                .filter(party -> party.leg().state() == LegState.DISCONNECTED && !party.workDue())
                .toList();
        over.forEach(party -> party.leg().become(LegState.TERMINATED));
        boolean alone = live.size() == 1;
        if (alone) {
            end(conversation, live.get(0), Ending.of("peer"));
        }
        if (alone || !over.isEmpty()) {
            told(conversation);
        }
    }

    private void follow(Conversation conversation) {
        conversation.participants().stream()
                .flatMap(party -> party.user().stream())
                .distinct()
                .forEach(desk::follow);
    }
}
