package dev.trunkline.vendor.webexcc;

import dev.trunkline.model.Reason;
import dev.trunkline.port.JsonParts;
import dev.trunkline.vendor.webexcc.wire.Frame;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Why a call failed or ended (sheet 6.3). The platform publishes no list of its words, so the table is the operator's to complete
 * ({@code trunkline.webexcc.outcomes.WORD}); the longest entry that is part of the word decides.
 */
final class WebexccOutcomes {
    private static final Logger LOG = Logger.getLogger(WebexccOutcomes.class.getName());

    private static final String DUE_FOR = "agentsPendingWrapUp";

    /** All but the first and the last four are guesses (sheet 6.3, unconfirmed). */
    private static final Map<String, Reason> USUAL = Map.ofEntries(
            Map.entry("CUSTOMER_BUSY", Reason.BUSY),
            Map.entry("BUSY", Reason.BUSY),
            Map.entry("NO_ANSWER", Reason.NO_ANSWER),
            Map.entry("UNAVAILABLE", Reason.NO_ANSWER),
            Map.entry("TIMEOUT", Reason.NO_ANSWER),
            Map.entry("INVALID", Reason.INVALID_NUMBER),
            Map.entry("NOT_FOUND", Reason.INVALID_NUMBER),
            Map.entry("UNALLOCATED", Reason.INVALID_NUMBER),
            Map.entry("REJECTED", Reason.REJECTED),
            Map.entry("DECLINED", Reason.REJECTED),
            Map.entry("AGENT_ENDS", Reason.CANCELLED_BY_AGENT),
            Map.entry("USER_DECLINED", Reason.CANCELLED_BY_AGENT),
            Map.entry("NO_MATCHING_AGENT_CHANNEL_FOUND", Reason.DEVICE_UNAVAILABLE),
            Map.entry("AGENT_NOT_FOUND", Reason.DEVICE_UNAVAILABLE));

    private static final Map<String, Reason> CODES = Map.of(
            "1022", Reason.BUSY,
            "156", Reason.CANCELLED_BY_AGENT,
            "1038", Reason.DEVICE_UNAVAILABLE);

    private final Map<String, Reason> table = new LinkedHashMap<>();

    /** @param configured word or part of one, to reason */
    WebexccOutcomes(Map<String, Reason> configured) {
        table.putAll(USUAL);
        configured.forEach((word, reason) -> table.put(word.toUpperCase(Locale.ROOT), reason));
    }

    /** Of an event that says that the call failed. */
    Optional<Reason> of(Frame frame) {
        if (byAgent(frame)) {
            return Optional.of(Reason.CANCELLED_BY_AGENT);
        }
        Optional<Reason> said = word(frame.reason()).or(() -> Optional.ofNullable(CODES.get(frame.reasonCode())));
        return said.or(() -> byName(frame));
    }

    private static boolean byAgent(Frame frame) {
        return terminatedBy(frame).equals("AGENT") && WebexccKind.of(frame.type()) == WebexccKind.OUTDIAL_FAILED;
    }

    private Optional<Reason> byName(Frame frame) {
        return Optional.of(
                switch (frame.type().toLowerCase(Locale.ROOT)) {
                    case "agentoffercontactrona" -> Reason.AGENT_PHONE_NO_ANSWER;
                    case "agentinvitefailed" -> Reason.DEVICE_UNAVAILABLE;
                    case "agentcontactassignfailed" -> Reason.CANCELLED_BY_AGENT;
                    default -> unknown(frame);
                });
    }

    private Reason unknown(Frame frame) {
        LOG.log(Level.INFO, "webexcc: what does {0} ({1}) of {2} mean? Tell it by {3}outcomes.", new Object[] {
            frame.reason(), frame.reasonCode(), frame.type(), WebexccSettings.PREFIX
        });
        return Reason.PLATFORM_ERROR;
    }

    /** What a word, or a part of it, means. */
    Optional<Reason> word(String word) {
        String plain = word.strip().replace(' ', '_').toUpperCase(Locale.ROOT);
        return table.entrySet().stream()
                .filter(one -> plain.contains(one.getKey()))
                .max(Comparator.comparingInt(one -> one.getKey().length()))
                .map(Map.Entry::getValue);
    }

    /** Of the event that a call is over (sheet 5.2). @param talked whether anybody had answered */
    Optional<Reason> ofEnd(Frame frame, boolean talked) {
        return switch (terminatedBy(frame)) {
            case "AGENT" -> Optional.of(talked ? Reason.AGENT_HANGUP : Reason.CANCELLED_BY_AGENT);
            case "CUSTOMER" -> Optional.of(talked ? Reason.REMOTE_HANGUP : Reason.NOT_CONNECTED);
            default -> Optional.empty();
        };
    }

    /** An outcome is a matter of each agent who was on it: whether this one is about him. */
    static boolean isOf(Frame frame, String agentId) {
        return frame.agentId().isEmpty() || frame.agentId().equals(agentId);
    }

    /** Whether the platform says for whom an outcome is due: for nobody else (sheet 6.2). */
    static boolean saysForWhom(Frame frame) {
        return frame.data().containsKey(DUE_FOR);
    }

    static boolean dueFor(Frame frame, String agentId) {
        return WebexccJson.strings(frame.data(), DUE_FOR).contains(agentId);
    }

    private static String terminatedBy(Frame frame) {
        return JsonParts.text(frame.data(), "terminatingParty").toUpperCase(Locale.ROOT);
    }
}
