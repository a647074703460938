package dev.trunkline.vendor.webexcc;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.ReasonCode;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.webexcc.wire.AuxCode;
import dev.trunkline.vendor.webexcc.wire.Profile;
import java.util.List;
import java.util.Optional;

/** Idle and wrap-up codes that an agent may choose, by id or name (sheet 2.5). */
record WebexccCodes(WebexccClient client, AgentSession agent, WebexccSeat seat) {
    private static final String IDLE = "IDLE_CODE";
    private static final String WRAP_UP = "WRAP_UP_CODE";

    List<ReasonCode> idleReasons() {
        return open(IDLE, profile().idleCodes()).stream()
                .map(WebexccEventMapper::toReason)
                .toList();
    }

    List<ReasonCode> wrapUpReasons() {
        return open(WRAP_UP, profile().wrapUpCodes()).stream()
                .map(WebexccEventMapper::toReason)
                .toList();
    }

    Profile profile() {
        seat.agent().map(WebexccAgent::id).ifPresent(new WebexccSignOn(client, agent, seat)::learn);
        return client.directory().profile(agent, seat.user().profileId());
    }

    /** What the platform sets by itself nobody chooses. */
    private List<AuxCode> open(String kind, List<String> only) {
        return client.directory().auxCodes(agent).stream()
                .filter(code -> code.kind().equals(kind) && code.active() && !code.system())
                .filter(code -> only.isEmpty() || only.contains(code.id()))
                .toList();
    }

    /** @param reason id or name, or {@code ""} for the usual one */
    AuxCode idle(String reason) {
        List<AuxCode> codes = open(IDLE, profile().idleCodes());
        if (!reason.isBlank()) {
            return named(codes, reason)
                    .orElseThrow(() ->
                            VendorException.noSuchReason("reasonCodeId: no such idle code in Webex Contact Center"));
        }
        return usual(codes, client.settings().defaultNotReady())
                .orElseThrow(() -> new VendorException(
                        Code.INVALID_DATA, "reasonCodeId: Webex Contact Center has no idle code for this agent"));
    }

    AuxCode wrapUp(String outcome) {
        return named(open(WRAP_UP, profile().wrapUpCodes()), outcome)
                .orElseThrow(() ->
                        new VendorException(Code.INVALID_DATA, "wrapup: no such outcome in Webex Contact Center"));
    }

    /** The configured one, else the organisation's; never one by chance. */
    Optional<AuxCode> usualWrapUp() {
        List<AuxCode> codes = open(WRAP_UP, profile().wrapUpCodes());
        return named(codes, client.settings().defaultWrapup())
                .or(() -> codes.stream().filter(AuxCode::usual).findFirst());
    }

    private static Optional<AuxCode> usual(List<AuxCode> codes, String configured) {
        return named(codes, configured)
                .or(() -> codes.stream().filter(AuxCode::usual).findFirst())
                .or(() -> codes.stream().findFirst());
    }

    private static Optional<AuxCode> named(List<AuxCode> codes, String wanted) {
        return codes.stream()
                .filter(code -> code.id().equals(wanted))
                .findFirst()
                .or(() -> codes.stream()
                        .filter(code -> code.name().equalsIgnoreCase(wanted))
                        .findFirst());
    }
}
