package dev.trunkline.simulator.five9.centre;

import dev.trunkline.simulator.five9.centre.CallRules.CallInfo;
import dev.trunkline.simulator.five9.centre.CallRules.ParkedState;
import java.util.LinkedHashMap;
import java.util.Map;

/** A call as the platform tells it, with as many members as it is set to have (sheet 5.5). Pure. */
final class CallInfos {
    private CallInfos() {}

    static Map<String, Object> of(Call call, CallRules rules) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("id", call.id());
        info.put("state", state(call, rules));
        info.put("callType", call.type().name());
        info.put("campaignId", call.campaign().map(Campaign::id).orElse(null));
        info.put("transfer", call.transferringUser() != null);
        info.put("userTransferringId", call.transferringUser());
        info.put("activeContact", call.preview().isPresent() ? Preview.contact(call.number()) : null);
        if (call.parent().isPresent()) {
            info.put("addressType", call.type() == CallType.AGENT ? "AGENT" : "EXTERNAL");
        }
        if (rules.callInfo() != CallInfo.MINIMAL) {
            info.put("variables", new LinkedHashMap<>(call.variables()));
        }
        if (rules.callInfo() == CallInfo.FULL) {
            inferred(info, call);
        }
        if (rules.showsDisposition()) {
            info.put("dispositionId", call.disposition().map(Disposition::id).orElse(null));
            info.put(
                    "dispositionName", call.disposition().map(Disposition::name).orElse(null));
        }
        return info;
    }

    private static String state(Call call, CallRules rules) {
        if (!call.odd().isEmpty()) {
            return call.odd();
        }
        boolean asHeld = call.state() == CallState.PARKED && rules.parkedState() == ParkedState.ON_HOLD;
        return (asHeld ? CallState.ON_HOLD : call.state()).name();
    }

    /** As the platform's other interfaces have them. */
    private static void inferred(Map<String, Object> info, Call call) {
        boolean comesIn = call.incoming();
        String own = call.campaign().map(Campaign::ani).orElse(call.agent().stationId());
        info.put("number", call.number());
        info.put("ani", comesIn ? call.number() : own);
        info.put("dnis", comesIn ? own : call.number());
        info.put("callbackId", call.callbackId());
        info.put("consult", call.parent().isPresent() && !call.conferenced());
        info.put("agentInitiated", !comesIn);
        info.put("autoRecord", false);
        info.put("comments", "");
        info.put("internalReceiver", null);
        info.put("inboundPause", false);
        info.put("avgSessionTime", 0);
    }
}
