package dev.trunkline.system.kit.webexcc;

import static dev.trunkline.system.kit.ReasonWord.by;
import static dev.trunkline.system.kit.ReasonWord.hungUp;

import dev.trunkline.system.kit.FarEnd;
import dev.trunkline.system.kit.Outcome;
import dev.trunkline.system.kit.ReasonWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why nothing came of a call (sheet 6.3); where the sheet has only a part of a word, a word that holds it. */
final class WebexccWords {
    private WebexccWords() {}

    static List<ReasonWord> all() {
        List<ReasonWord> words = new ArrayList<>();
        outdialFailed().forEach((word, reason) -> words.add(failing(word, 1999, reason)));
        words.add(failing("CUSTOMER_BUSY", 1022, "BUSY"));
        words.add(failing("AGENT_NOT_FOUND", 1038, "DEVICE_UNAVAILABLE"));
        words.add(failing("AGENT_ENDS", 1998, "CANCELLED_BY_AGENT"));
        words.add(failing("ANYTHING_ELSE", 4711, "PLATFORM_ERROR"));
        words.add(by(
                "USER_DECLINED",
                "\"kind\":\"agent-declines\"",
                "\"reason\":\"USER_DECLINED\",\"reasonCode\":156",
                unoffered("CANCELLED_BY_AGENT")));
        words.add(by("rona", "\"kind\":\"rona\"", "AgentOfferContactRona", unoffered("AGENT_PHONE_NO_ANSWER")));
        words.add(by(
                "invite failed",
                "\"kind\":\"agent-unreachable\"",
                "AgentInviteFailed",
                unoffered("DEVICE_UNAVAILABLE")));
        words.add(by(
                "NO_MATCHING_AGENT_CHANNEL_FOUND",
                "\"kind\":\"no-channel\"",
                "\"reason\":\"NO_MATCHING_AGENT_CHANNEL_FOUND\"",
                Outcome.failure("AGENT_BUSY")));
        words.add(by("no event", "\"kind\":\"swallow\"", "", Outcome.failure("NOT_EFFECTIVE")));
        words.add(by("status 400", "\"kind\":\"error\",\"status\":400", "", Outcome.failure("PLATFORM_REJECTED")));
        words.add(by("status 403", "\"kind\":\"error\",\"status\":403", "", Outcome.failure("FORBIDDEN")));
        words.add(by("status 500", FarEnd.SERVER_ERROR, "", Outcome.failure("PLATFORM_REJECTED")));
        words.add(ReasonWord.cancelled(
                "cancelled",
                "\"type\":\"ContactEnded\"",
                Outcome.call("CANCELLED_BY_AGENT", "INITIATED", "DIALING", "WRAP_UP", "ENDED")));
        words.add(hungUp("ended by customer", false, "\"type\":\"ContactEnded\"", talked("REMOTE_HANGUP")));
        words.add(hungUp("ended by agent", true, "\"type\":\"ContactEnded\"", talked("AGENT_HANGUP")));
        return words;
    }

    private static Map<String, String> outdialFailed() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("CUSTOMER_NO_ANSWER", "NO_ANSWER");
        words.put("CUSTOMER_UNAVAILABLE", "NO_ANSWER");
        words.put("DIAL_TIMEOUT", "NO_ANSWER");
        words.put("INVALID_DESTINATION", "INVALID_NUMBER");
        words.put("DESTINATION_NOT_FOUND", "INVALID_NUMBER");
        words.put("UNALLOCATED_NUMBER", "INVALID_NUMBER");
        return words;
    }

    private static ReasonWord failing(String word, int code, String reason) {
        return by(
                word,
                "\"kind\":\"outbound-failed\",\"text\":\"" + word + "\",\"status\":" + code,
                "\"reason\":\"" + word + "\"",
                Outcome.call(reason, "INITIATED", "DIALING", "FAILED", "WRAP_UP", "ENDED"));
    }

    /** The agent's own telephone: nothing is to be wrapped up of it. */
    private static Outcome unoffered(String reason) {
        return Outcome.call(reason, "INITIATED", "DIALING", "FAILED", "ENDED");
    }

    private static Outcome talked(String reason) {
        return Outcome.call(reason, "INITIATED", "DIALING", "CONNECTED", "WRAP_UP", "ENDED");
    }
}
