package dev.trunkline.simulator.genesys.centre;

import java.util.List;
import java.util.Optional;

/** One party takes another's place, and calls become one (sheet 4). On the lane. */
final class Transfers {
    private final Room room;
    private final Placing placing;
    private final Endings endings;
    private final Consults consults;

    Transfers(Room room, Placing placing, Endings endings, Consults consults) {
        this.room = room;
        this.placing = placing;
        this.endings = endings;
        this.consults = consults;
    }

    /** @param to a number or {@code queue:} and an id */
    void blind(User user, Conversation conversation, String participantId, String to) {
        Participant own = Parties.connected(conversation, participantId, user);
        if (to.equals(user.ownStation().extension())) {
            throw new ApiErrorException(
                    400, "conversations.error.transfer.same.party", "A call cannot be transferred to the same party.");
        }
        if (to.endsWith("@forbidden")) {
            throw ApiErrorException.conversation("disallowed.transfer.destination", "Not a destination for transfers.");
        }
        placing.reach(conversation, to, "");
        conversation.live().stream().filter(other -> other != own).forEach(other -> other.leg()
                .confine(false));
        consults.leaveTransferring(conversation, own, "transfer");
    }

    /** The other parties of his other calls come into this one. */
    void merge(User user, Conversation conversation, List<String> ids) {
        Parties.refuseStrangers(conversation, user);
        if (ids.isEmpty()) {
            throw ApiErrorException.conversation("empty.conversation.list", "No conversation is given.");
        }
        if (ids.contains(conversation.id())) {
            throw ApiErrorException.conversation(
                    "cannot.conference.self", "A conversation cannot be merged with itself.");
        }
        List<Conversation> others = ids.stream().map(room.calls()::get).toList();
        others.forEach(other -> checkMergeable(user, other));
        others.forEach(other -> take(user, conversation, other));
        conversation.live().forEach(party -> {
            party.leg().hold(false);
            party.leg().confine(false);
        });
        room.tell(conversation);
    }

    private static void checkMergeable(User user, Conversation other) {
        Parties.refuseStrangers(other, user);
        boolean alerting = other.live().stream().anyMatch(party -> !party.leg().everConnected());
        if (alerting) {
            throw ApiErrorException.conversation(
                    "cannot.merge.alerting.conference", "A call that still rings cannot be merged.");
        }
    }

    private void take(User user, Conversation into, Conversation from) {
        // What is owed afterwards is owed for the conference.
        from.live().stream().filter(party -> !party.is(user)).forEach(party -> {
            Leg leg = new Leg(LegState.CONNECTED, party.leg().direction());
            leg.become(LegState.CONNECTED);
            into.join(
                    party.user().isPresent()
                            ? Participant.user(party.user().get(), Purpose.USER, party.address(), leg, Optional.empty())
                            : Participant.outside(party.purpose(), party.address(), leg));
        });
        from.of(user).flatMap(Participant::work).ifPresent(work -> work.want(false));
        endings.endAll(from, Ending.of("transfer.conference"));
    }
}
