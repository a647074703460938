package dev.trunkline.system.kit.gws;

import static dev.trunkline.system.kit.ReasonWord.by;

import dev.trunkline.system.kit.FarEnd;
import dev.trunkline.system.kit.Outcome;
import dev.trunkline.system.kit.ReasonWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Why a dial is refused (sheet 3.4), why nothing came of a call, and what a campaign's server finds out (sheet 6). */
final class GwsWords {
    private static final String RELEASED = "\"state\":\"Released\"";

    /** Of GSW_CALL_RESULT; of the others it is only known that nobody talked. */
    private static final Map<Integer, String> TELLING = Map.of(
            6, "BUSY",
            7, "NO_ANSWER",
            10, "NO_LINES",
            11, "INVALID_NUMBER",
            12, "INVALID_NUMBER",
            13, "INVALID_NUMBER",
            51, "DNC_BLOCKED");

    private GwsWords() {}

    static List<ReasonWord> all() {
        List<ReasonWord> words = new ArrayList<>();
        IntStream.of(
                        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25,
                        26, 27, 28, 32, 33, 34, 35, 36, 37, 38, 40, 41, 42, 43, 44, 45, 46, 47, 48, 51, 52, 53)
                .forEach(result -> words.add(by(
                        "GSW_CALL_RESULT " + result,
                        "\"kind\":\"outcome\",\"text\":\"" + result + "\"",
                        "\"GSW_CALL_RESULT\":\"" + result + "\"",
                        failed(TELLING.getOrDefault(result, "NOT_CONNECTED")))));
        statuses()
                .forEach((status, code) -> words.add(by(
                        "statusCode " + status,
                        "\"kind\":\"error\",\"status\":" + status + ",\"text\":\"Simulated\"",
                        "",
                        Outcome.failure(code))));
        words.add(by(
                "not registered",
                "\"kind\":\"error\",\"status\":4,\"text\":\"Device '7301' is not registered.\"",
                "",
                Outcome.failure("DEVICE_UNAVAILABLE")));
        words.add(by(
                "voice service not available",
                "\"kind\":\"error\",\"status\":503,\"text\":\"Voice service is not available at this time\"",
                "",
                Outcome.failure("PLATFORM_UNAVAILABLE")));
        words.add(by("released at once", FarEnd.BUSY, RELEASED, failed("NOT_CONNECTED")));
        words.add(by("released after ringing", FarEnd.NO_ANSWER, RELEASED, failed("NO_ANSWER")));
        words.add(by("invalid destination", FarEnd.INVALID_NUMBER, "", Outcome.failure("INVALID_NUMBER")));
        words.add(by("no event", "\"kind\":\"swallow\"", "", Outcome.failure("NOT_EFFECTIVE")));
        words.add(ReasonWord.cancelled("cancelled", RELEASED, failed("CANCELLED_BY_AGENT")));
        return words;
    }

    /** 7 and 9 are no refusals, 20 costs the session. */
    private static Map<Integer, String> statuses() {
        Map<Integer, String> statuses = new LinkedHashMap<>();
        statuses.put(1, "INVALID_DATA");
        statuses.put(2, "INVALID_STATE");
        statuses.put(3, "FORBIDDEN");
        statuses.put(4, "PLATFORM_REJECTED");
        statuses.put(5, "FORBIDDEN");
        statuses.put(6, "CALL_NOT_FOUND");
        statuses.put(8, "AUTH_EXPIRED");
        statuses.put(10, "INVALID_DATA");
        IntStream.rangeClosed(11, 18).forEach(status -> statuses.put(status, "PLATFORM_REJECTED"));
        statuses.put(19, "DEVICE_UNAVAILABLE");
        return statuses;
    }

    private static Outcome failed(String reason) {
        return Outcome.call(reason, "DIALING", "FAILED", "ENDED");
    }
}
