package dev.trunkline.desk;

import dev.trunkline.call.CallLedger;
import dev.trunkline.call.CallRecord;
import dev.trunkline.call.CommandRecord;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Verb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Until when the far end of a call may be rung ({@code timeoutSeconds} of its dial, contract 2.3). */
final class RingLimits {
    private final Map<String, Instant> until = new HashMap<>();

    void begin(CommandRecord dial, String callId, Instant since) {
        if (dial.verb() == Verb.MAKE_CALL && dial.data().get("timeoutSeconds") instanceof Number seconds) {
            until.put(callId, since.plusSeconds(seconds.longValue()));
        }
    }

    /** Takes out the calls whose time is over and that still ring. */
    List<String> overdue(Instant now, CallLedger ledger) {
        List<String> over = new ArrayList<>();
        until.entrySet().removeIf(limit -> {
            boolean past = now.isAfter(limit.getValue());
            if (past && ledger.find(limit.getKey()).map(RingLimits::rings).orElse(false)) {
                over.add(limit.getKey());
            }
            return past;
        });
        return over;
    }

    static boolean rings(CallRecord call) {
        return !call.talked() && call.lifeCycle().map(LifeCycle::live).orElse(false);
    }
}
