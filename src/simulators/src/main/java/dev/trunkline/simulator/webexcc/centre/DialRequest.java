package dev.trunkline.simulator.webexcc.centre;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What {@code POST /v1/tasks} asks for, checked as far as the request alone tells (sheet 3.1).
 *
 * @param headers the SIP headers that are passed on: the first twenty by their names
 */
record DialRequest(
        String destination,
        String entryPointId,
        String outboundType,
        String origin,
        Map<String, String> attributes,
        Map<String, String> headers) {
    static final String OUTDIAL = "OUTDIAL";
    static final String CALLBACK = "CALLBACK";
    static final String EXECUTE_FLOW = "EXECUTE_FLOW";
    private static final Set<String> TYPES = Set.of(OUTDIAL, CALLBACK, EXECUTE_FLOW);
    private static final String E164 = "\\+[1-9][0-9]{6,14}";
    private static final String DIGITS = "\\+?[0-9*#]+";

    static DialRequest of(Body body, DialRules rules) {
        String destination = body.required("destination", Limits.DESTINATION);
        if (!destination.matches(rules.extensionsDialable() ? DIGITS : E164)) {
            throw new ApiErrorException(400, "INVALID_DESTINATION", "Invalid destination.", "destination");
        }
        String entryPoint = body.required("entryPointId", Limits.ID);
        if (!body.required("mediaType", Limits.ID).equals("telephony")) {
            throw ApiErrorException.invalid("mediaType", "mediaType must be telephony.");
        }
        String type = outboundType(body, rules);
        String direction = body.text("direction", Limits.ID);
        if (direction.isEmpty() ? rules.directionNeeded() : !direction.equals("OUTBOUND")) {
            throw ApiErrorException.invalid("direction", "direction must be OUTBOUND.");
        }
        String origin = type.equals(CALLBACK)
                ? body.text("origin", Limits.DESTINATION)
                : body.required("origin", Limits.DESTINATION);
        origin = origin(origin, rules);
        checkEntryPoint(entryPoint, type);
        if (type.equals(CALLBACK)) {
            checkCallback(body.part("callback").orElseThrow(() -> ApiErrorException.missing("callback")));
        }
        return new DialRequest(destination, entryPoint, type, origin, body.attributes(), headers(body));
    }

    /** Exactly as in the list of the agent's profile, but for the plus where that does not matter. */
    private static String origin(String asked, DialRules rules) {
        String origin = rules.strictOrigin() || asked.isEmpty() || asked.startsWith("+") ? asked : "+" + asked;
        if (!origin.isEmpty() && !Catalogue.isAni(origin)) {
            throw new ApiErrorException(400, "INVALID_ORIGIN", "Invalid origin.", "origin");
        }
        return origin;
    }

    private static String outboundType(Body body, DialRules rules) {
        String type = body.text("outboundType", Limits.ID);
        if (type.isEmpty() && !rules.outboundTypeNeeded()) {
            return OUTDIAL;
        }
        if (!TYPES.contains(type)) {
            throw ApiErrorException.invalid("outboundType", "outboundType must be one of " + TYPES + ".");
        }
        return type;
    }

    private static void checkEntryPoint(String id, String type) {
        Catalogue.Entry wanted = type.equals(EXECUTE_FLOW) ? Catalogue.FLOW_ENTRY_POINT : Catalogue.ENTRY_POINT;
        if (!wanted.id().equals(id)) {
            throw new ApiErrorException(400, "INVALID_ENTRY_POINT", "Invalid entry point.", "entryPointId");
        }
    }

    private static void checkCallback(Body callback) {
        if (!callback.required("callbackOrigin", Limits.ID).equals("web")
                || !callback.required("callbackType", Limits.ID).equals("immediate")) {
            throw ApiErrorException.invalid("callback", "callbackOrigin must be web, callbackType immediate.");
        }
    }

    private static Map<String, String> headers(Body body) {
        Map<String, String> sorted = new TreeMap<>();
        body.strings("customAttributes").forEach((name, value) -> sorted.put(name.toLowerCase(Locale.ROOT), value));
        Map<String, String> passed = new TreeMap<>();
        sorted.entrySet().stream()
                .limit(Limits.HEADERS)
                .forEach(header -> passed.put(header.getKey(), header.getValue()));
        int bytes = passed.entrySet().stream()
                .mapToInt(header -> Body.bytes(header.getKey()) + Body.bytes(header.getValue()))
                .sum();
        if (bytes > Limits.HEADER_BYTES) {
            throw ApiErrorException.invalid("customAttributes", "customAttributes are too long.");
        }
        return passed;
    }
}
