package dev.trunkline.system.kit;

import java.util.Locale;

/**
 * One way in which a platform says why nothing came of a call, or why it ended: a word of its sheet's table, how the simulator is brought to
 * say it, and what the contract makes of it.
 *
 * @param word as the sheet has it
 * @param fault that provokes it, without agent and count; empty where the far end alone does
 * @param sign text of the platform's message that tells it; empty where no message does, but an answer or a silence
 * @param then what is done with the call
 */
public record ReasonWord(String word, String fault, String sign, FarEnd end, Then then, Outcome outcome) {
    /** What is done with the call, once it is as far as that. */
    enum Then {
        /** Nothing: it ends by itself. */
        NOTHING,
        /** The agent hangs up before anybody has answered. */
        AGENT_CANCELS,
        AGENT_HANGS_UP,
        FAR_END_HANGS_UP
    }

    /** That a fault brings about. @param fault for example {@code "kind":"outcome","text":"Busy"} */
    public static ReasonWord by(String word, String fault, String sign, Outcome outcome) {
        return new ReasonWord(word, fault, sign, FarEnd.ANSWERS, Then.NOTHING, outcome);
    }

    /** That whoever is called brings about. */
    public static ReasonWord by(String word, FarEnd end, String sign, Outcome outcome) {
        return new ReasonWord(word, "", sign, end, Then.NOTHING, outcome);
    }

    /** The agent changes his mind while it rings. */
    public static ReasonWord cancelled(String word, String sign, Outcome outcome) {
        return new ReasonWord(word, "", sign, FarEnd.NO_ANSWER, Then.AGENT_CANCELS, outcome);
    }

    /** After the talk. */
    public static ReasonWord hungUp(String word, boolean byAgent, String sign, Outcome outcome) {
        Then then = byAgent ? Then.AGENT_HANGS_UP : Then.FAR_END_HANGS_UP;
        return new ReasonWord(word, "", sign, FarEnd.ANSWERS, then, outcome);
    }

    String faultFor(String agent) {
        return "{" + fault + ",\"count\":1,\"agent\":\"" + agent + "\"}";
    }

    /** Of the file that shows it. */
    String file() {
        return "example-" + word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".json";
    }

    @Override
    public String toString() {
        return word;
    }
}
