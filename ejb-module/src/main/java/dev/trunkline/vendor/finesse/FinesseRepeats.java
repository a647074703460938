package dev.trunkline.vendor.finesse;

import dev.trunkline.vendor.finesse.wire.ApiError;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Refusals that were told already: with a subscription of our own besides Finesse's everything comes twice (sheet 5.5). */
final class FinesseRepeats {
    private static final int REMEMBERED = 50;

    private final Set<String> seen = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** Only of one that names its command: two others may look the same and be two. */
    boolean seen(String causedBy, ApiError error) {
        return !causedBy.isEmpty() && !seen.add(causedBy + " " + error);
    }
}
