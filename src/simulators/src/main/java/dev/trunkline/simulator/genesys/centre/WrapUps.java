package dev.trunkline.simulator.genesys.centre;

import java.time.Instant;

/** What agents say of calls that are over, or soon will be (sheet 4, 6.2). On the lane. */
final class WrapUps {
    private final Endings endings;

    WrapUps(Endings endings) {
        this.endings = endings;
    }

    void say(Conversation conversation, Participant party, String code, String notes, boolean provisional) {
        AfterCallWork work = workOf(party, code);
        if (code.isEmpty() && !provisional) {
            throw new ApiErrorException(400, "missing.wrapup.code", "A wrap-up code is required.");
        }
        if (!code.isEmpty() && !Catalogue.knowsCode(code)) {
            throw ApiErrorException.conversation("wrapup.code.required", "There is no wrap-up code " + code + ".");
        }
        work.conclude(new Wrapup(code, notes, provisional, Instant.now()));
        endings.workDone(conversation, party);
    }

    private static AfterCallWork workOf(Participant party, String code) {
        return party.work()
                .filter(work -> work.required() || !code.isEmpty())
                .orElseThrow(() -> new ApiErrorException(
                        400, "conversation.participant.update.invalid", "The participant needs no wrap-up."));
    }

    void skip(Conversation conversation, Participant party) {
        AfterCallWork work = workOf(party, "");
        if (work.prompt() != WrapupPrompt.OPTIONAL && work.prompt() != WrapupPrompt.AGENT_REQUESTED) {
            throw ApiErrorException.conversation("wrapup.cannot.skip", "Wrap-up cannot be skipped in this queue.");
        }
        work.skip();
        endings.workDone(conversation, party);
    }

    /** Where agents say themselves whether they need it; only during the call. */
    void request(Conversation conversation, Participant party, boolean required) {
        AfterCallWork work = party.work()
                .filter(one -> one.prompt() == WrapupPrompt.AGENT_REQUESTED && party.talks())
                .orElseThrow(() -> ApiErrorException.badRequest("After call work cannot be requested now."));
        work.want(required);
        endings.workDone(conversation, party);
    }
}
