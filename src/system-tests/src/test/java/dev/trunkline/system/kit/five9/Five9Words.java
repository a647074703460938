package dev.trunkline.system.kit.five9;

import static dev.trunkline.system.kit.ReasonWord.by;
import static dev.trunkline.system.kit.ReasonWord.hungUp;

import dev.trunkline.system.kit.FarEnd;
import dev.trunkline.system.kit.Outcome;
import dev.trunkline.system.kit.ReasonWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why nothing came of a call: what event 65 gives as its cause, what 435 says, else how long it rang (sheet 3.5, 6.3). */
final class Five9Words {
    private static final String OVER = "\"state\":\"WRAP_UP\"";

    private Five9Words() {}

    static List<ReasonWord> all() {
        List<ReasonWord> words = new ArrayList<>();
        causes().forEach((cause, reason) -> words.add(by(
                cause,
                "\"kind\":\"outcome\",\"text\":\"" + cause + "\"",
                "\"cause\":\"" + cause + "\"",
                failed(reason))));
        refusals()
                .forEach((message, code) -> words.add(by(
                        "435 " + message,
                        "\"kind\":\"error\",\"status\":435,\"text\":\"" + message + "\"",
                        "",
                        Outcome.failure(code))));
        words.add(by("short ring", FarEnd.BUSY, OVER, failed("NOT_CONNECTED")));
        words.add(by("long ring", FarEnd.NO_ANSWER, OVER, failed("NO_ANSWER")));
        words.add(by("no event", "\"kind\":\"swallow\"", "", Outcome.failure("NOT_EFFECTIVE")));
        words.add(ReasonWord.cancelled("cancelled", OVER, failed("CANCELLED_BY_AGENT")));
        words.add(hungUp("ended by customer", false, OVER, talked("REMOTE_HANGUP")));
        words.add(hungUp("ended by agent", true, OVER, talked("AGENT_HANGUP")));
        return words;
    }

    private static Map<String, String> causes() {
        Map<String, String> causes = new LinkedHashMap<>();
        causes.put("Busy", "BUSY");
        causes.put("No Answer", "NO_ANSWER");
        causes.put("Operator Intercept", "INVALID_NUMBER");
        causes.put("Dial Error", "INVALID_NUMBER");
        causes.put("Answering Machine", "NOT_CONNECTED");
        causes.put("Fax", "NOT_CONNECTED");
        causes.put("Hardware Timeout", "PLATFORM_ERROR");
        causes.put("Resource Unavailable", "NO_LINES");
        causes.put("Caller Disconnected", "NOT_CONNECTED");
        causes.put("Station Session", "DEVICE_UNAVAILABLE");
        causes.put("System Error", "PLATFORM_ERROR");
        causes.put("Do Not Call", "DNC_BLOCKED");
        return causes;
    }

    private static Map<String, String> refusals() {
        Map<String, String> refusals = new LinkedHashMap<>();
        refusals.put("Number is in the do-not-call list", "DNC_BLOCKED");
        refusals.put("Invalid number", "INVALID_NUMBER");
        refusals.put("Agent has no permission", "FORBIDDEN");
        refusals.put("Campaign is required", "CAMPAIGN_REQUIRED");
        refusals.put("Agent is on a call", "AGENT_BUSY");
        refusals.put("Object not found", "CALL_NOT_FOUND");
        refusals.put("Station is not connected", "DEVICE_UNAVAILABLE");
        refusals.put("Something else", "PLATFORM_REJECTED");
        return refusals;
    }

    private static Outcome failed(String reason) {
        return Outcome.call(reason, "INITIATED", "DIALING", "FAILED", "WRAP_UP", "ENDED");
    }

    private static Outcome talked(String reason) {
        return Outcome.call(reason, "INITIATED", "DIALING", "CONNECTED", "WRAP_UP", "ENDED");
    }
}
