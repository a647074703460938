package dev.trunkline.vendor.genesys;

import dev.trunkline.model.Reason;
import dev.trunkline.vendor.genesys.wire.DisconnectReason;
import dev.trunkline.vendor.genesys.wire.Leg;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a call ended (sheet 6.4): by the carrier's cause first, by the platform's own word second. Pure. */
final class GenesysOutcome {
    private static final Map<Integer, Reason> SIP = Map.ofEntries(
            Map.entry(486, Reason.BUSY),
            Map.entry(600, Reason.BUSY),
            Map.entry(408, Reason.NO_ANSWER),
            Map.entry(480, Reason.NO_ANSWER),
            Map.entry(487, Reason.NO_ANSWER),
            Map.entry(603, Reason.REJECTED),
            Map.entry(403, Reason.REJECTED),
            Map.entry(404, Reason.INVALID_NUMBER),
            Map.entry(410, Reason.INVALID_NUMBER),
            Map.entry(484, Reason.INVALID_NUMBER),
            Map.entry(485, Reason.INVALID_NUMBER),
            Map.entry(604, Reason.INVALID_NUMBER),
            Map.entry(503, Reason.NO_LINES));

    private static final Map<Integer, Reason> Q850 = Map.ofEntries(
            Map.entry(17, Reason.BUSY),
            Map.entry(18, Reason.NO_ANSWER),
            Map.entry(19, Reason.NO_ANSWER),
            Map.entry(21, Reason.REJECTED),
            Map.entry(1, Reason.INVALID_NUMBER),
            Map.entry(22, Reason.INVALID_NUMBER),
            Map.entry(28, Reason.INVALID_NUMBER),
            Map.entry(34, Reason.NO_LINES),
            Map.entry(38, Reason.NO_LINES),
            Map.entry(41, Reason.NO_LINES),
            Map.entry(42, Reason.NO_LINES));

    private static final String AGENT_PHONE = "error.ininedgecontrol.connection.timeout";

    /** What the platform itself says; empty while the call goes on, and where it says nothing. */
    static Optional<Reason> of(GenesysCall call) {
        if (call.failed()) {
            return Optional.of(failure(call));
        }
        Optional<Leg> own = call.own().filter(GenesysCall::over);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        if (call.cancelled()) {
            return Optional.of(Reason.CANCELLED_BY_AGENT);
        }
        return call.handedOver() ? Optional.of(Reason.TRANSFERRED) : end(call, own.get());
    }

    private static Reason failure(GenesysCall call) {
        List<Leg> ended = Stream.of(call.far(), call.own())
                .flatMap(Optional::stream)
                .filter(GenesysCall::over)
                .toList();
        if (call.far().isEmpty() && ended.stream().anyMatch(leg -> error(leg, AGENT_PHONE))) {
            return Reason.AGENT_PHONE_NO_ANSWER;
        }
        return ended.stream()
                .flatMap(leg -> leg.reasons().stream())
                .flatMap(reason -> cause(reason).stream())
                .findFirst()
                .or(() -> ended.stream().flatMap(leg -> word(leg).stream()).findFirst())
                .orElse(Reason.PLATFORM_ERROR);
    }

    private static Optional<Reason> cause(DisconnectReason reason) {
        return switch (reason.type()) {
            case "sip" -> Optional.ofNullable(SIP.get(reason.code()));
            case "q850" -> Optional.ofNullable(Q850.get(reason.code()));
            default -> Optional.empty();
        };
    }

    private static Optional<Reason> word(Leg leg) {
        String type = leg.call().disconnectType();
        if (error(leg, "dialplan.notReachable") || type.equals("uncallable")) {
            return Optional.of(Reason.INVALID_NUMBER);
        }
        if (error(leg, "noAvailableLines")) {
            return Optional.of(Reason.NO_LINES);
        }
        return switch (type) {
            case "timeout" -> Optional.of(Reason.NO_ANSWER);
            case "endpoint.donotdisturb" -> Optional.of(Reason.REJECTED);
            // Whoever has no cause with it: the far device ended it, busy or not.
            case "endpoint" -> Optional.of(Reason.NOT_CONNECTED);
            default -> Optional.empty();
        };
    }

    private static boolean error(Leg leg, String code) {
        return leg.call().errorCode().endsWith(code);
    }

    /** Of a call that was talked on, from the own leg's point of view (sheet 6.1). */
    private static Optional<Reason> end(GenesysCall call, Leg own) {
        if (!GenesysCall.talked(own)) {
            return Optional.empty();
        }
        return switch (own.call().disconnectType()) {
            case "client", "endpoint" -> Optional.of(Reason.AGENT_HANGUP);
            case "peer" -> Optional.of(Reason.REMOTE_HANGUP);
            case "system", "error", "transport.failure" ->
                Optional.of(
                        call.far()
                                        .filter(leg ->
                                                leg.call().disconnectType().equals("endpoint"))
                                        .isPresent()
                                ? Reason.REMOTE_HANGUP
                                : Reason.PLATFORM_ERROR);
            default -> Optional.empty();
        };
    }

    private GenesysOutcome() {}
}
