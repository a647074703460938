package dev.trunkline.vendor.webexcc;

import static dev.trunkline.port.JsonParts.number;
import static dev.trunkline.port.JsonParts.text;

import dev.trunkline.port.JsonParts;
import dev.trunkline.vendor.webexcc.wire.Frame;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An agent as he stands (sheet 2.5): there is no way to ask but to reload.
 *
 * @param in whether he has a station session
 * @param state {@code Available}, {@code Idle}, {@code RONA}
 * @param auxCodeId why; {@code 0} while Available
 * @param phone what he is logged in with
 * @param cause why his state changed last
 * @param since of that, in milliseconds
 */
record WebexccAgent(
        String id,
        boolean in,
        String state,
        String auxCodeId,
        String phone,
        String sessionId,
        String cause,
        long since) {
    static final String AVAILABLE = "Available";
    static final String IDLE = "Idle";
    /** The platform idles whoever is no longer heard (sheet 2.5). */
    static final String SOCKET_LOST = "agent-wss-disconnect";

    static WebexccAgent out(String id) {
        return new WebexccAgent(id, false, "", "", "", "", "", 0);
    }

    /** The same, of whom it is known by now who he is. */
    WebexccAgent known(String who) {
        return new WebexccAgent(who, in, state, auxCodeId, phone, sessionId, cause, since);
    }

    /** Of an event that says how he stands; what it leaves out is as before. */
    WebexccAgent told(Frame frame) {
        JsonObject data = frame.data();
        boolean leaves = text(data, "status").equalsIgnoreCase("LoggedOut");
        String now = state(data);
        String aux = text(data, "auxCodeId");
        String said = or(text(data, "lastStateChangeReason"), "");
        return leaves
                ? out(id)
                : new WebexccAgent(
                        or(frame.agentId(), id),
                        true,
                        or(now, or(state, IDLE)),
                        aux.isEmpty() && now.isEmpty() ? auxCodeId : aux,
                        phone(data),
                        or(text(data, "agentSessionId"), sessionId),
                        said,
                        Math.max(
                                number(data, "lastStateChangeTimestamp"), number(data, "lastIdleCodeChangeTimestamp")));
    }

    /** New tenants tell each channel apart: his state is that of telephony (sheet 2.5). */
    private static String state(JsonObject data) {
        JsonObject channels = JsonParts.child(data, "agentChannelStateDetailMap");
        String ofPhone = channels.keySet().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains("telephony"))
                .map(name -> text(JsonParts.child(channels, name), "agentState"))
                .findFirst()
                .orElse("");
        return or(ofPhone, text(data, "subStatus"));
    }

    private String phone(JsonObject data) {
        return Stream.of("dn", "dialNumber", "deviceId", "defaultDn")
                .map(name -> text(data, name))
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse(phone);
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    boolean available() {
        return in && state.equalsIgnoreCase(AVAILABLE);
    }

    /** Names of the states in which he takes no call (contract 6.4). */
    boolean idle() {
        return in && Set.of("idle", "rona").contains(state.toLowerCase(Locale.ROOT));
    }
}
