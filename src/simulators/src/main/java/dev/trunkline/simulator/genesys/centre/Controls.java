package dev.trunkline.simulator.genesys.centre;

import java.util.Map;

/** What an agent does with a leg: answer, hang up, hold, mute, wrap up, data (sheet 4). On the lane. */
final class Controls {
    private final Room room;
    private final Placing placing;
    private final Endings endings;
    private final WrapUps wrapUps;
    private final Consults consults;
    private final Rules rules;

    Controls(Room room, Placing placing, Endings endings, WrapUps wrapUps, Consults consults) {
        this.room = room;
        this.placing = placing;
        this.endings = endings;
        this.wrapUps = wrapUps;
        this.consults = consults;
        rules = room.rules();
    }

    void change(User user, Conversation conversation, Participant party, PartyChange change, boolean othersToo) {
        Parties.refuseStrangers(conversation, user);
        if (change.empty()) {
            throw new ApiErrorException(
                    400, "conversation.participant.update.invalid", "The update holds nothing to change.");
        }
        if (change.toLeg()) {
            adjust(user, conversation, party, change);
        }
        change.wrapupCode().ifPresent(code -> wrapUps.say(conversation, party, code, change.wrapupNotes(), false));
        if (change.wrapupSkipped()) {
            wrapUps.skip(conversation, party);
        }
        change.state().ifPresent(state -> become(user, conversation, party, state, othersToo));
    }

    private void become(User user, Conversation conversation, Participant party, String state, boolean othersToo) {
        switch (state) {
            case "connected" -> answer(user, conversation, party);
            case "disconnected" -> hangUp(user, conversation, party, othersToo);
            default -> throw ApiErrorException.invalidValue("state", state);
        }
    }

    private void answer(User user, Conversation conversation, Participant party) {
        if (!party.is(user) || party.leg().state() != LegState.ALERTING) {
            throw new ApiErrorException(
                    400, "callback.error.answer.not.alerting", "Only an alerting communication can be answered.");
        }
        placing.answer(conversation, party);
    }

    private void hangUp(User user, Conversation conversation, Participant party, boolean othersToo) {
        if (!party.live()) {
            throw ApiErrorException.conversation("call.disconnected", "The call is already disconnected.");
        }
        if (!party.is(user) && !othersToo) {
            throw new ApiErrorException(
                    403, "missing.permissions", "You are missing: conversation:communication:disconnect");
        }
        if (!party.is(user)) {
            endings.leave(conversation, party, Ending.of("client"));
        } else if (party.leg().state() == LegState.ALERTING) {
            endings.leave(conversation, party, placing.causes().rejected());
        } else if (consults.initiatedBy(party)) {
            consults.complete(conversation, party);
        } else {
            endings.leave(conversation, party, Ending.of("client"));
        }
    }

    private void adjust(User user, Conversation conversation, Participant party, PartyChange change) {
        if (!party.live()) {
            throw Parties.over();
        }
        if (change.held().isPresent()
                || change.muted().isPresent()
                || change.recording().isPresent()) {
            if (!party.is(user)) {
                throw ApiErrorException.conversation("user.not.party", "The participant is not the user's own.");
            }
            if (party.leg().state() == LegState.ALERTING) {
                throw ApiErrorException.conversation("hold.alerting", "An alerting call cannot be held or muted.");
            }
        }
        change.confined().ifPresent(on -> confine(conversation, party, on));
        change.muted().ifPresent(party.leg()::mute);
        change.recording().ifPresent(party.leg()::record);
        change.held().ifPresent(on -> hold(conversation, party, on));
        room.tell(conversation);
        if (change.held().isPresent() && rules.holdTwice()) {
            room.tell(conversation);
        }
    }

    /** Whoever is on hold hears music, which is told of the others (sheet 6.1). */
    private static void hold(Conversation conversation, Participant party, boolean on) {
        party.leg().hold(on);
        conversation.live().stream().filter(other -> other != party).forEach(other -> other.leg()
                .confine(on));
    }

    private static void confine(Conversation conversation, Participant party, boolean on) {
        if (conversation.live().size() < 3) {
            throw ApiErrorException.conversation("cannot.confine.party", "Only parties of a conference are confined.");
        }
        party.leg().confine(on);
    }

    void digits(User user, Conversation conversation, Participant party, String digits) {
        boolean own = party.is(user);
        boolean fits =
                switch (rules.digitsAt()) {
                    case FAR -> !own;
                    case OWN -> own;
                    case EITHER -> true;
                };
        if (!digits.matches("[0-9*#A-Da-d,]{1,128}")) {
            throw ApiErrorException.invalidValue("digits", digits);
        }
        if (!fits || !party.talks()) {
            throw ApiErrorException.badRequest("Digits cannot be sent to this participant.");
        }
    }

    void attributes(Conversation conversation, Participant party, Map<String, String> attributes) {
        if (rules.attributes() == Rules.Attributes.REPLACE) {
            party.attributes().clear();
        }
        party.attributes().putAll(attributes);
        room.tell(conversation);
    }

    void uuiData(Conversation conversation, Participant party, String data) {
        party.uuiData(data);
        room.tell(conversation);
    }
}
