package dev.trunkline.vendor.finesse;

import dev.trunkline.vendor.finesse.wire.Participant;
import java.util.Optional;
import java.util.Set;

/**
 * Which calls clients are told of: not those that came in from outside (contract O3). Finesse has no word for that; what tells is
 * who calls. It is the agent himself, or a colleague whose phone is on the call ({@code AGENT_DEVICE}; nobody outside has one), so that
 * calls between agents and consults are told to both. After a colleague handed a call over he is no longer on it, and his
 * number stands in {@code fromAddress} alone (sheet 4.2), while a caller from outside stays on the call that he made: hence of a
 * transferred call or a conference it is enough that the calling number is not that of somebody outside who is on it. The types of
 * inbound calls go before all this, since on them {@code fromAddress} may be a number of our own (a trunk, a queue).
 *
 * <p>What stays open: of a call from outside that was handed over by way of the consult call, {@code fromAddress} is the
 * colleague's; it is told from then on.
 */
final class FinessePublishing {
    private static final Set<String> INBOUND = Set.of(
            "ACD_IN",
            "PREROUTE_ACD_IN",
            "PREROUTE_DIRECT_AGENT",
            "OTHER_IN",
            "OVERFLOW_IN",
            "ASSIST_CALL",
            "BARGE_IN",
            "SUPERVISOR_MONITOR");
    private static final Set<String> HANDED_OVER = Set.of("TRANSFER", "CONFERENCE");

    /** @param wasOutside what {@link #fromOutside} said of it once, when more parties were on it */
    static boolean fromInside(FinesseCall call, boolean wasOutside) {
        if (campaignCall(call)) {
            return true;
        }
        boolean handedOver = HANDED_OVER.contains(call.callType()) && !outsiderCalls(call) && !wasOutside;
        return !INBOUND.contains(call.callType()) && (insiderCalls(call) || handedOver);
    }

    /** To be remembered: the outsider may leave before the agent does. */
    static boolean fromOutside(FinesseCall call) {
        return !campaignCall(call) && (INBOUND.contains(call.callType()) || outsiderCalls(call) && !insiderCalls(call));
    }

    private static boolean campaignCall(FinesseCall call) {
        return call.callType().startsWith("OUTBOUND")
                || call.callType().equals("AUTO_OUT")
                || !call.campaign().isEmpty();
    }

    private static boolean insiderCalls(FinesseCall call) {
        return call.isOwn(call.dialog().fromAddress())
                || caller(call)
                        .filter(party -> party.mediaAddressType().equals("AGENT_DEVICE"))
                        .isPresent();
    }

    private static boolean outsiderCalls(FinesseCall call) {
        return caller(call)
                .filter(party -> !party.mediaAddressType().equals("AGENT_DEVICE"))
                .isPresent();
    }

    /** Whoever calls, as long as he is on the call. */
    private static Optional<Participant> caller(FinesseCall call) {
        return call.dialog().participants().stream()
                .filter(party -> !call.from().isEmpty()
                        && FinesseCall.address(party.mediaAddress()).equals(call.from()))
                .findFirst();
    }

    private FinessePublishing() {}
}
