package dev.trunkline.vendor.finesse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * From which offered record a customer's call comes. Finesse is known to say so on CCE; where it does not, it is the last one of that
 * campaign with that number. Used on the lane only.
 */
final class FinesseOffers {
    private static final int MOST = 20;
    /** There the customer is called first. */
    private static final Set<String> WITHOUT_OFFER = Set.of("progressive", "predictive");

    /** Campaign and number to the offer's id; kept beyond its end, since it may end before the call begins. */
    private final Map<String, String> offers = new LinkedHashMap<>();

    void saw(FinesseCall call) {
        if (call.reservation() && !call.customer().isEmpty()) {
            offers.remove(key(call));
            offers.put(key(call), call.dialog().id());
        }
        if (offers.size() > MOST) {
            offers.remove(offers.keySet().iterator().next());
        }
    }

    String of(FinesseCall call) {
        boolean follows = call.callType().startsWith("OUTBOUND")
                && !call.reservation()
                && !WITHOUT_OFFER.contains(call.outBoundType());
        return call.offer().isEmpty() && follows ? offers.getOrDefault(key(call), "") : call.offer();
    }

    private static String key(FinesseCall call) {
        return call.campaign() + " " + call.customer();
    }
}
