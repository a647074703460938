package dev.trunkline.simulator.genesys.centre;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A third party in the same conversation, before a transfer or a conference (sheet 4). On the lane. */
final class Consults {
    private final Room room;
    private final Placing placing;
    private final Endings endings;

    /** Whom the initiator speaks to. */
    private enum SpeakTo {
        DESTINATION,
        OBJECT,
        BOTH;

        static SpeakTo of(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.name().equals(word))
                    .findFirst()
                    .orElseThrow(() -> ApiErrorException.invalidValue("speakTo", word));
        }
    }

    Consults(Room room, Placing placing, Endings endings) {
        this.room = room;
        this.placing = placing;
        this.endings = endings;
    }

    /** @param object the far leg: the one whom it is about @param to a number or {@code queue:} and an id */
    String start(User user, Conversation conversation, Participant object, String speakTo, String to) {
        Participant own = own(user, conversation);
        if (object == own) {
            throw notTheObject();
        }
        SpeakTo whom = SpeakTo.of(speakTo);
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
        hear(object, destination, whom);
        room.tell(conversation);
        return destination.id();
    }

    private static Participant own(User user, Conversation conversation) {
        Parties.refuseStrangers(conversation, user);
        return conversation.of(user).filter(Participant::talks).orElseThrow(Parties::over);
    }

    /** Not the initiator and not who is consulted: the one whom it is about. */
    private static ApiErrorException notTheObject() {
        return new ApiErrorException(400, "not.a.participant", "The participant cannot be the object of a consult.");
    }

    void speak(User user, Conversation conversation, Participant object, String speakTo) {
        Participant destination = destination(conversation, own(user, conversation), object);
        if (!destination.talks()) {
            throw ApiErrorException.conversation("consult.transfer.not.started", "The destination has not answered.");
        }
        if (speakTo.equals("CONFERENCE")) {
            if (!room.rules().speakToConference()) {
                throw ApiErrorException.invalidValue("speakTo", speakTo);
            }
            conversation.participants().forEach(Endings::free);
        } else {
            hear(object, destination, SpeakTo.of(speakTo));
        }
        room.tell(conversation);
    }

    /** Whom the initiator does not speak to hears music. */
    private static void hear(Participant object, Participant destination, SpeakTo whom) {
        object.leg().confine(whom == SpeakTo.DESTINATION);
        destination.leg().confine(whom == SpeakTo.OBJECT);
    }

    void cancel(User user, Conversation conversation, Participant object) {
        endings.leave(conversation, destination(conversation, own(user, conversation), object), Ending.of("peer"));
    }

    private static Participant destination(Conversation conversation, Participant own, Participant object) {
        Participant destination = destination(conversation, own);
        if (object == own || object == destination) {
            throw notTheObject();
        }
        return destination;
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
