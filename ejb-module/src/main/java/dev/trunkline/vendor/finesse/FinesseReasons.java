package dev.trunkline.vendor.finesse;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.ReasonCode;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.finesse.wire.LabelledReason;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Finds the reason that a client means: by id, else by label (contract 6.2). */
final class FinesseReasons {
    private static final String UNKNOWN = "reasonCodeId: no such reason in Finesse";

    /** The Not Ready reason to send: what was given, else the configured one, else none. */
    static String notReady(FinesseClient client, AgentSession agent, String given) {
        String wanted = given.isBlank() ? client.settings().defaultNotReady() : given;
        return id(
                wanted,
                () -> chosenByAgents(client.reasonCodes(agent, "NOT_READY")),
                VendorException.noSuchReason(UNKNOWN));
    }

    /** The log-out reason to send: what was given, else none. */
    static String logout(FinesseClient client, AgentSession agent, String given) {
        return id(
                given,
                () -> chosenByAgents(client.reasonCodes(agent, "LOGOUT")),
                new VendorException(Code.INVALID_DATA, UNKNOWN));
    }

    /** The id that Finesse wants; empty if none was given. The list is only asked for when there is something to find. */
    private static String id(String given, Supplier<List<ReasonCode>> listed, VendorException unknown) {
        if (given.isBlank()) {
            return "";
        }
        List<ReasonCode> reasons = listed.get();
        return first(reasons, reason -> reason.id().equals(given))
                .or(() -> first(reasons, reason -> reason.label().equalsIgnoreCase(given)))
                .map(ReasonCode::id)
                .orElseThrow(() -> unknown);
    }

    /** Without those that Finesse sets by itself. */
    static List<ReasonCode> chosenByAgents(List<LabelledReason> listed) {
        return listed.stream()
                .filter(reason -> !Boolean.parseBoolean(reason.systemCode()))
                .map(FinesseEventMapper::toReason)
                .toList();
    }

    private static Optional<ReasonCode> first(List<ReasonCode> reasons, Predicate<ReasonCode> wanted) {
        return reasons.stream().filter(wanted).findFirst();
    }

    private FinesseReasons() {}
}
