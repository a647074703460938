package dev.trunkline.simulator.genesys.centre;

/** Who of a conversation is meant, and whether the one who asks may (sheet 4, common errors). */
final class Parties {
    private Parties() {}

    static Participant in(Conversation conversation, String participantId) {
        return conversation
                .find(participantId)
                .orElseThrow(() -> new ApiErrorException(
                        404,
                        "conversation.error.not.conversation.participant",
                        "Participant " + participantId + " is not in conversation " + conversation.id() + "."));
    }

    static void refuseStrangers(Conversation conversation, User user) {
        if (!conversation.has(user)) {
            throw ApiErrorException.conversation(
                    "user.not.party", "User " + user.id() + " is not a party of the conversation.");
        }
    }

    /** His own live leg, in which he talks. */
    static Participant connected(Conversation conversation, String participantId, User user) {
        Participant own = in(conversation, participantId);
        if (!own.is(user)) {
            throw ApiErrorException.conversation("user.not.party", "The participant is not the user's own.");
        }
        if (!own.talks()) {
            throw new ApiErrorException(
                    400, "conversations.error.transfer.not.connected", "The participant is not connected.");
        }
        return own;
    }

    static ApiErrorException over() {
        return ApiErrorException.conversation(
                "participant.no.active.conversations", "The participant has no active communication.");
    }
}
