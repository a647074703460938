package dev.trunkline.vendor.finesse;

import dev.trunkline.model.Code;
import dev.trunkline.model.ReasonCode;
import dev.trunkline.port.VendorException;
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

    private static Optional<ReasonCode> first(List<ReasonCode> reasons, Predicate<ReasonCode> wanted) {
        return reasons.stream().filter(wanted).findFirst();
    }

    private FinesseReasons() {}
}
