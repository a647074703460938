package dev.trunkline.system.kit.genesys;

import static dev.trunkline.system.kit.ReasonWord.by;
import static dev.trunkline.system.kit.ReasonWord.hungUp;

import dev.trunkline.system.kit.Outcome;
import dev.trunkline.system.kit.ReasonWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why nothing came of a call, and why a talk ended (sheet 6.4). */
final class GenesysWords {
    private static final Map<String, List<Integer>> SIP = Map.of(
            "BUSY", List.of(486, 600),
            "NO_ANSWER", List.of(408, 480, 487),
            "REJECTED", List.of(403, 603),
            "INVALID_NUMBER", List.of(404, 410, 484, 485, 604),
            "NO_LINES", List.of(503));

    private static final Map<String, List<Integer>> Q850 = Map.of(
            "BUSY", List.of(17),
            "NO_ANSWER", List.of(18, 19),
            "REJECTED", List.of(21),
            "INVALID_NUMBER", List.of(1, 22, 28),
            "NO_LINES", List.of(34, 38, 41, 42));

    private GenesysWords() {}

    static List<ReasonWord> all() {
        List<ReasonWord> words = new ArrayList<>();
        causes("sip", SIP, words);
        causes("q850", Q850, words);
        types().forEach((type, reason) ->
                words.add(outcome(type, "\"disconnectType\":\"" + type + "\"", failed(reason))));
        errors().forEach((code, reason) ->
                words.add(outcome(code, "\"code\":\"error.ininedgecontrol." + code + "\"", failed(reason))));
        words.add(by(
                "connection.timeout",
                "\"kind\":\"phone-unanswered\",\"seconds\":0.3",
                "connection.timeout",
                Outcome.call("AGENT_PHONE_NO_ANSWER", "INITIATED", "FAILED", "ENDED")));
        words.add(ReasonWord.cancelled(
                "cancelled",
                "\"disconnectType\":\"client\"",
                Outcome.call("CANCELLED_BY_AGENT", "INITIATED", "DIALING", "ENDED")));
        words.add(hungUp("ended by customer", false, "\"disconnectType\":\"endpoint\"", talked("REMOTE_HANGUP")));
        words.add(hungUp("ended by agent", true, "\"disconnectType\":\"client\"", talked("AGENT_HANGUP")));
        return words;
    }

    private static void causes(String system, Map<String, List<Integer>> codes, List<ReasonWord> words) {
        codes.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(reason -> reason.getValue()
                .forEach(code -> words.add(outcome(system + " " + code, "\"code\":" + code, failed(reason.getKey())))));
    }

    private static Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("timeout", "NO_ANSWER");
        types.put("uncallable", "INVALID_NUMBER");
        types.put("endpoint.donotdisturb", "REJECTED");
        types.put("endpoint", "NOT_CONNECTED");
        types.put("error", "PLATFORM_ERROR");
        types.put("system", "PLATFORM_ERROR");
        types.put("transport.failure", "PLATFORM_ERROR");
        return types;
    }

    private static Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        errors.put("connection.dialplan.notReachable", "INVALID_NUMBER");
        errors.put("connection.noAvailableLines", "NO_LINES");
        errors.put("internal.server.error", "PLATFORM_ERROR");
        return errors;
    }

    private static ReasonWord outcome(String word, String sign, Outcome outcome) {
        return by(word, "\"kind\":\"outcome\",\"text\":\"" + word + "\"", sign, outcome);
    }

    private static Outcome failed(String reason) {
        return Outcome.call(reason, "INITIATED", "DIALING", "FAILED", "ENDED");
    }

    private static Outcome talked(String reason) {
        return Outcome.call(reason, "INITIATED", "DIALING", "CONNECTED", "WRAP_UP", "ENDED");
    }
}
