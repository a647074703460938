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
    /** The id that Finesse wants; empty if none was given. The list is only asked for when there is something to find. */
    static String id(String given, Supplier<List<ReasonCode>> listed) {
        if (given.isBlank()) {
            return "";
        }
        List<ReasonCode> reasons = listed.get();
        return first(reasons, reason -> reason.id().equals(given))
                .or(() -> first(reasons, reason -> reason.label().equalsIgnoreCase(given)))
                .map(ReasonCode::id)
                .orElseThrow(() -> new VendorException(Code.INVALID_DATA, "reasonCodeId: no such reason in Finesse"));
    }

    /** The Not Ready reason to send: what was given, else the configured one, else none. */
    static String notReady(FinesseClient client, AgentSession agent, String given) {
        String wanted = given.isBlank() ? client.settings().defaultNotReady() : given;
        return id(wanted, () -> chosenByAgents(client.reasonCodes(agent, "NOT_READY")));
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
