package dev.trunkline.simulator.genesys.centre;

import java.util.List;
import java.util.Optional;

/** A third party in the same conversation, before a transfer or a conference (sheet 4). On the lane. */
final class Consults {
    private final Room room;
    private final Placing placing;
    private final Endings endings;

    Consults(Room room, Placing placing, Endings endings) {
        this.room = room;
        this.placing = placing;
        this.endings = endings;
    }

    /** @param object the far leg: the one whom it is about @param to a number or {@code queue:} and an id */
    String start(User user, Conversation conversation, Participant object, String speakTo, String to) {
        Participant own = own(user, conversation);
        if (object == own) {
            throw new ApiErrorException(400, "not.a.participant", "The participant cannot be the object of a consult.");
        }
        if (to.equals(own.user().orElseThrow().ownStation().extension())) {
            throw ApiErrorException.conversation("cannot.transfer.to.self", "A call cannot be transferred to oneself.");
        }
        if (!own.consult().isEmpty() || conversation.live().size() > 2) {
            throw ApiErrorException.conversation(
                    "cannot.transfer.conference", "The conversation has a third party already.");
        }
        if (!object.talks()) {
            throw Parties.over();
        }
        Participant destination = placing.reach(conversation, to, "");
        for (Participant party : List.of(own, object, destination)) {
            party.consult(destination.id());
        }
        own.attributes().put("consultInitiator", "true");
        own.leg().hold(false);
        hear(object, destination, speakTo.isEmpty() ? "DESTINATION" : speakTo);
        room.tell(conversation);
        return destination.id();
    }

    private static Participant own(User user, Conversation conversation) {
        Parties.refuseStrangers(conversation, user);
        return conversation.of(user).filter(Participant::talks).orElseThrow(Parties::over);
    }

    void speak(User user, Conversation conversation, String speakTo) {
        Participant own = own(user, conversation);
        Participant destination = destination(conversation, own);
        Participant object = object(conversation, own, destination);
        if (!destination.talks()) {
            throw ApiErrorException.conversation("consult.transfer.not.started", "The destination has not answered.");
        }
        if (speakTo.equals("CONFERENCE")) {
            if (!room.rules().speakToConference()) {
                throw ApiErrorException.invalidValue("speakTo", speakTo);
            }
            conversation.participants().forEach(Endings::free);
        } else {
            hear(object, destination, speakTo);
        }
        room.tell(conversation);
    }

    /** Whom the initiator does not speak to hears music. */
    private static void hear(Participant object, Participant destination, String speakTo) {
        switch (speakTo) {
            case "DESTINATION" -> {
                object.leg().confine(true);
                destination.leg().confine(false);
            }
            case "OBJECT" -> {
                object.leg().confine(false);
                destination.leg().confine(true);
            }
            case "BOTH" -> {
                object.leg().confine(false);
                destination.leg().confine(false);
            }
            default -> throw ApiErrorException.invalidValue("speakTo", speakTo);
        }
    }

    void cancel(User user, Conversation conversation) {
        Participant own = own(user, conversation);
        endings.leave(conversation, destination(conversation, own), Ending.of("peer"));
    }

    private static Participant destination(Conversation conversation, Participant own) {
        return Optional.of(own.consult())
                .filter(id -> !id.isEmpty())
                .flatMap(conversation::find)
                .orElseThrow(() -> new ApiErrorException(
                        404,
                        "conversation.error.consult.transfer.pending.not.found",
                        "No consult is under way in this conversation."));
    }

    private static Participant object(Conversation conversation, Participant own, Participant destination) {
        return conversation.live().stream()
                .filter(party -> party != own && party != destination)
                .findFirst()
                .orElseThrow(Parties::over);
    }

    boolean initiatedBy(Participant party) {
        return party.attributes().containsKey("consultInitiator");
    }

    /** The initiator leaves: the others talk on, which is normal practice, or all is over (unconfirmed, sheet 4). */
    void complete(Conversation conversation, Participant own) {
        if (!room.rules().leavingCompletes()) {
            endings.endAll(conversation, Ending.of("client"));
            return;
        }
        leaveTransferring(conversation, own, "transfer.consult");
    }

    /** The reason of the leg can turn into another one a moment later (sheet 5.4). */
    void leaveTransferring(Conversation conversation, Participant own, String type) {
        endings.leave(conversation, own, Ending.of(type));
        if (room.rules().transferFlips()) {
            room.lane().after(room.timing().settle(), () -> {
                own.leg().endedRather(Ending.of("peer"));
                room.publisher().toldAgain(conversation);
            });
        }
    }
}
