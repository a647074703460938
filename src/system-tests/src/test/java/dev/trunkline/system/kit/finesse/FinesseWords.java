package dev.trunkline.system.kit.finesse;

import static dev.trunkline.system.kit.ReasonWord.by;

import dev.trunkline.system.kit.FarEnd;
import dev.trunkline.system.kit.Outcome;
import dev.trunkline.system.kit.ReasonWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Why nothing came of a call (sheet 6.3), and what CTI says that refuses one (sheet 3.4). */
final class FinesseWords {
    private static final Map<String, String> CAUSES = Map.of(
            "BUSY", "BUSY",
            "BAD_DESTINATION", "INVALID_NUMBER",
            "DEVICE_RESOURCE_NOT_AVAILABLE", "DEVICE_UNAVAILABLE",
            "OTHER", "REJECTED");

    /** Those about calls; what they say of other things is no reason. */
    private static final Map<Integer, String> CTI = Map.ofEntries(
            Map.entry(0, "PLATFORM_REJECTED"),
            Map.entry(1, "PLATFORM_REJECTED"),
            Map.entry(2, "INVALID_STATE"),
            Map.entry(3, "INVALID_DATA"),
            Map.entry(4, "CALL_NOT_FOUND"),
            Map.entry(5, "DEVICE_UNAVAILABLE"),
            Map.entry(6, "INVALID_NUMBER"),
            Map.entry(8, "FORBIDDEN"),
            Map.entry(9, "FORBIDDEN"),
            Map.entry(10, "FORBIDDEN"),
            Map.entry(11, "CALL_NOT_FOUND"),
            Map.entry(12, "CALL_NOT_FOUND"),
            Map.entry(13, "CALL_NOT_FOUND"),
            Map.entry(14, "INVALID_NUMBER"),
            Map.entry(22, "INVALID_STATE"),
            Map.entry(33, "INVALID_STATE"),
            Map.entry(34, "DEVICE_UNAVAILABLE"),
            Map.entry(13145, "PLATFORM_REJECTED"),
            Map.entry(20700, "PLATFORM_REJECTED"),
            Map.entry(20999, "PLATFORM_REJECTED"),
            Map.entry(88001, "PLATFORM_REJECTED"),
            Map.entry(88004, "DEVICE_UNAVAILABLE"),
            Map.entry(88005, "DEVICE_UNAVAILABLE"));

    private FinesseWords() {}

    static List<ReasonWord> all() {
        List<ReasonWord> words = new ArrayList<>();
        new TreeMap<>(CAUSES).forEach((cause, reason) -> words.add(cause(cause, reason)));
        new TreeMap<>(CTI).forEach((code, contract) -> words.add(cti(code, contract)));
        words.add(by(
                "no answer",
                FarEnd.NO_ANSWER,
                "<event>DELETE</event>",
                Outcome.call("NO_ANSWER", "INITIATED", "DIALING", "RINGING", "ENDED")));
        words.add(ReasonWord.cancelled(
                "cancelled",
                "<event>DELETE</event>",
                Outcome.call("CANCELLED_BY_AGENT", "INITIATED", "DIALING", "RINGING", "ENDED")));
        words.add(by("status 500", "\"kind\":\"error\",\"status\":500", "", Outcome.failure("PLATFORM_REJECTED")));
        words.add(by("status 503", "\"kind\":\"error\",\"status\":503", "", Outcome.failure("PLATFORM_UNAVAILABLE")));
        return words;
    }

    private static ReasonWord cause(String cause, String reason) {
        return by(
                cause,
                "\"kind\":\"outcome\",\"text\":\"" + cause + "\"",
                "<stateCause>" + cause + "</stateCause>",
                Outcome.call(reason, "INITIATED", "DIALING", "FAILED", "ENDED"));
    }

    private static ReasonWord cti(int code, String contract) {
        return by(
                "CTI " + code,
                "\"kind\":\"async-error\",\"status\":" + code,
                "<errorData>" + code + "</errorData>",
                Outcome.failure(contract));
    }
}
