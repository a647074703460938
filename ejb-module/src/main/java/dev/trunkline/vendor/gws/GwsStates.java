package dev.trunkline.vendor.gws;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.ReasonCode;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.gws.wire.AgentState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Ready, and the ways of Not Ready: each has an operation of its own (sheet 2.6). */
record GwsStates(GwsClient client, AgentSession agent, GwsSeat seat) {
    private static final Logger LOG = Logger.getLogger(GwsStates.class.getName());
    private static final String NOT_READY = "NotReady";
    private static final String WORK = "AfterCallWork";

    /** Where an installation does not list its own. */
    private static final List<AgentState> SYSTEM = List.of(
            new AgentState(GwsEventMapper.PLAIN_NOT_READY, NOT_READY, "Not Ready", NOT_READY, ""),
            new AgentState("2B36138D-C564-4562-A8CB-3C32D564F296", "AuxWork", "Aux Work", NOT_READY, "AuxWork"));

    /** An answer that only means that there is no list. */
    private static final Set<Code> NO_LIST = Set.of(Code.CALL_NOT_FOUND, Code.FORBIDDEN, Code.PLATFORM_REJECTED);

    void ready(String commandId) {
        choose(commandId, "Ready", GwsAgent::ready);
    }

    /** @param reason id, operation or label, or {@code ""} for the configured one */
    void notReady(String commandId, String reason) {
        String wanted = reason.isBlank() ? client.settings().defaultNotReady() : reason;
        AgentState state = named(SYSTEM, wanted)
                .or(() -> named(reasons(), wanted))
                .orElseThrow(() -> VendorException.noSuchReason("reasonCodeId: no such state in Genesys Web Services"));
        choose(commandId, state.operationName(), stands -> is(stands, state));
    }

    private static boolean is(GwsAgent stands, AgentState state) {
        String now = stands.device().userState().id();
        return now.isEmpty()
                ? stands.device().userState().state().equals(state.state()) && !stands.working()
                : now.equalsIgnoreCase(state.id());
    }

    private static Optional<AgentState> named(List<AgentState> states, String wanted) {
        return states.stream()
                .filter(state -> state.id().equalsIgnoreCase(wanted)
                        || state.operationName().equalsIgnoreCase(wanted)
                        || state.displayName().equalsIgnoreCase(wanted))
                .findFirst();
    }

    private void choose(String commandId, String operation, Predicate<GwsAgent> seen) {
        GwsRequest request = GwsRequest.onAgent(commandId, seat.device(), seen);
        seat.choices().during(commandId, seen, () -> seat.pending()
                .during(request, () -> client.choose(agent, operation), (command, failure) -> seat.follow()
                        .failedLate(command, failure)));
    }

    List<ReasonCode> codes() {
        return reasons().stream().map(GwsEventMapper::toReason).toList();
    }

    /** Those that an agent chooses: neither work after a call, nor Not Ready for no reason. */
    private List<AgentState> reasons() {
        List<AgentState> listed = listed();
        return (listed.isEmpty() ? SYSTEM : listed)
                .stream()
                        .filter(state -> state.state().equals(NOT_READY)
                                && !state.workMode().equals(WORK)
                                && !state.id().equalsIgnoreCase(GwsEventMapper.PLAIN_NOT_READY)
                                && !state.operationName().isEmpty())
                        .toList();
    }

    private List<AgentState> listed() {
        try {
            return client.agentStates(agent);
        } catch (VendorException refused) {
            if (!NO_LIST.contains(refused.code())) {
                throw refused;
            }
            LOG.log(Level.FINE, refused, () -> "gws " + agent.key() + ": no list of states");
            return List.of();
        }
    }
}
