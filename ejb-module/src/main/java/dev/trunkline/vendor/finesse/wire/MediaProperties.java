package dev.trunkline.vendor.finesse.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What belongs to the call as a whole.
 *
 * @param callvariables call, ECC and BA variables in Finesse's order, empty ones too; secrets were left out by the reader
 */
public record MediaProperties(
        String callType,
        String dialedNumber,
        String dnis,
        String queueName,
        String queueNumber,
        String callKeyCallId,
        String callKeyPrefix,
        String callKeySequenceNum,
        Map<String, String> callvariables) {
    public MediaProperties {
        callvariables = Collections.unmodifiableMap(new LinkedHashMap<>(callvariables));
    }
}
