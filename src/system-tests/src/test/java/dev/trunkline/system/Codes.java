package dev.trunkline.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The codes of the contract (5.4) with their HTTP status, written off the contract and not taken from the product. */
final class Codes {
    private static final Map<Integer, List<String>> TABLE = Map.ofEntries(
            Map.entry(
                    400,
                    List.of(
                            "INVALID_JSON",
                            "INVALID_REQUEST",
                            "UNKNOWN_CHANNEL",
                            "UNKNOWN_TOPIC",
                            "UNKNOWN_SUBTOPIC",
                            "CREDENTIALS_NOT_ALLOWED")),
            Map.entry(401, List.of("AUTH_REQUIRED")),
            Map.entry(403, List.of("FORBIDDEN", "DNC_BLOCKED", "CALLING_HOURS", "POLICY_REFUSED")),
            Map.entry(404, List.of("CALL_NOT_FOUND", "NOT_FOUND")),
            Map.entry(405, List.of("METHOD_NOT_ALLOWED")),
            Map.entry(406, List.of("NOT_ACCEPTABLE")),
            Map.entry(
                    409,
                    List.of(
                            "CHANNEL_NOT_CONFIGURED",
                            "NOT_LOGGED_IN",
                            "AUTH_EXPIRED",
                            "AGENT_NOT_READY",
                            "AGENT_BUSY",
                            "DEVICE_UNAVAILABLE",
                            "AMBIGUOUS_CALL",
                            "INVALID_STATE",
                            "REQUEST_IN_PROGRESS")),
            Map.entry(410, List.of("GONE")),
            Map.entry(413, List.of("PAYLOAD_TOO_LARGE")),
            Map.entry(415, List.of("UNSUPPORTED_MEDIA_TYPE")),
            Map.entry(
                    422,
                    List.of(
                            "INVALID_DATA",
                            "INVALID_NUMBER",
                            "CAMPAIGN_REQUIRED",
                            "CALLER_ID_NOT_SUPPORTED",
                            "IDEMPOTENCY_CONFLICT")),
            Map.entry(429, List.of("RATE_LIMITED")),
            Map.entry(500, List.of("INTERNAL_ERROR")),
            Map.entry(501, List.of("NOT_SUPPORTED")),
            Map.entry(502, List.of("PLATFORM_REJECTED")),
            Map.entry(503, List.of("PLATFORM_UNAVAILABLE", "LINK_DOWN", "OVERLOADED")),
            Map.entry(504, List.of("PLATFORM_TIMEOUT", "OUTCOME_UNKNOWN", "NOT_EFFECTIVE")),
            Map.entry(0, List.of("LINK_RESTORED")));

    private static final Map<String, Integer> STATUS = new TreeMap<>();

    static {
        TABLE.forEach((status, codes) -> codes.forEach(code -> STATUS.put(code, status)));
    }

    private Codes() {}

    static int status(String code) {
        return STATUS.get(code);
    }

    static Set<String> all() {
        return STATUS.keySet();
    }

    /** Those of the contract's schema. */
    static Set<String> ofTheSchema() {
        JsonNode schema = Contract.json(Contract.text("/contract/schema/error.schema.json"));
        Set<String> codes = new TreeSet<>();
        schema.at("/$defs/code/enum").forEach(code -> codes.add(code.asText()));
        return codes;
    }
}
