package dev.trunkline.vendor.webexcc.wire;

import java.util.List;

/**
 * A desktop profile (sheet 3.1).
 *
 * @param aniListId of the caller ids that may be shown
 * @param autoWrapUp whether the client ends a wrap-up by itself
 * @param wrapUpCodes ids of those that its agents may choose; empty: all
 * @param idleCodes the same
 */
public record Profile(
        String id,
        String entryPointId,
        String aniListId,
        boolean outdialEnabled,
        boolean autoWrapUp,
        long autoWrapAfterSeconds,
        List<String> wrapUpCodes,
        List<String> idleCodes) {
    /** That may not be read: nothing is forbidden by it. */
    public static final Profile UNKNOWN = new Profile("", "", "", true, false, 0, List.of(), List.of());
}
