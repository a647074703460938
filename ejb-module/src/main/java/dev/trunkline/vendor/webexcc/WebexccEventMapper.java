package dev.trunkline.vendor.webexcc;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Reason;
import dev.trunkline.model.ReasonCode;
import dev.trunkline.port.PlatformTime;
import dev.trunkline.vendor.webexcc.WebexccCall.Consult;
import dev.trunkline.vendor.webexcc.wire.AuxCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Webex Contact Center's calls and agents as common ones (contract 3.3, 3.4, 6.4). Pure. */
final class WebexccEventMapper {
    /** @param causedBy our command whose effect this shows, or {@code ""} */
    static CallSnapshot toSnapshot(WebexccCall call, String causedBy) {
        return new CallSnapshot(
                call.id(),
                call.word(),
                lifeCycle(call),
                !call.fromOutside(),
                call.from(),
                call.to(),
                call.dialled(),
                causedBy,
                "",
                parties(call),
                WebexccActions.open(call),
                call.variables(),
                call.campaign(),
                call.live() ? Optional.empty() : call.standing().reason(),
                guess(call),
                call.standing().gone() ? "" : time(call.told().eventTime()),
                facts(call),
                WebexccEnvelope.callForms(call),
                WebexccMemory.write(call));
    }

    /** The last to be said of a call that the platform no longer has. */
    static CallSnapshot gone(WebexccCall call) {
        return toSnapshot(call.gone(), "");
    }

    /** Contract 3.4; empty where the last one is kept. */
    static Optional<LifeCycle> lifeCycle(WebexccCall call) {
        WebexccCall.Standing stands = call.standing();
        return switch (call.stage()) {
            case NEW -> Optional.of(LifeCycle.INITIATED);
            case OFFERED -> Optional.of(LifeCycle.DIALING);
            case TALK -> Optional.of(talk(stands));
            case ENDING -> stands.failed() ? Optional.of(LifeCycle.FAILED) : Optional.empty();
            case WRAP_UP -> Optional.of(LifeCycle.WRAP_UP);
            case OVER -> Optional.of(LifeCycle.ENDED);
        };
    }

    private static LifeCycle talk(WebexccCall.Standing stands) {
        if (stands.conference()) {
            return LifeCycle.CONFERENCED;
        }
        if (stands.consult() != Consult.NONE) {
            return LifeCycle.CONSULTING;
        }
        return stands.held() ? LifeCycle.HELD : LifeCycle.CONNECTED;
    }

    private static Set<String> parties(WebexccCall call) {
        if (!call.live()) {
            return Set.of();
        }
        Stream<String> others = call.others().stream().map(one -> one.dn().isEmpty() ? one.id() : one.dn());
        return Stream.concat(Stream.of(call.me().extension(), call.to()), others)
                .filter(not(String::isEmpty))
                .collect(toUnmodifiableSet());
    }

    /** Nobody hangs up before there was a talk. */
    private static Optional<Reason> guess(WebexccCall call) {
        boolean unanswered = !call.live() && !call.standing().talked();
        return unanswered ? Optional.of(Reason.NOT_CONNECTED) : Optional.empty();
    }

    /** Contract 3.1 rule 9. */
    private static String facts(WebexccCall call) {
        return call.word() + "|" + substance(call);
    }

    /** What of a call can change, but for the name of the event that said so. */
    static String substance(WebexccCall call) {
        return String.join(
                "|",
                call.stage().name(),
                lifeCycle(call).map(LifeCycle::name).orElse(""),
                call.now().state(),
                WebexccActions.open(call).toString(),
                parties(call).stream().sorted().toList().toString(),
                call.callVariables().toString(),
                call.campaign(),
                call.notes().label(),
                call.notes().callback());
    }

    /** Contract 3.1 rule 4. */
    static String time(long millis) {
        return millis <= 0
                ? ""
                : PlatformTime.normal(Instant.ofEpochMilli(millis).toString());
    }

    // ---- the agent

    /** How his calls stand. */
    enum Busy {
        NO,
        OFFERED,
        TALKING,
        WRAP_UP
    }

    /** @param name of the agent, as far as it is known @param codes idle codes of the organisation */
    static AgentSnapshot toAgent(
            WebexccAgent agent, Busy busy, String name, String login, List<AuxCode> codes, String causedBy) {
        AgentState state = state(agent, busy);
        boolean reasoned = state == AgentState.NOT_READY && !agent.auxCodeId().isEmpty();
        String label = codes.stream()
                .filter(code -> reasoned && code.id().equals(agent.auxCodeId()))
                .map(AuxCode::name)
                .findFirst()
                .orElse(state.label());
        return new AgentSnapshot(
                state,
                label,
                reasoned ? agent.auxCodeId() : "",
                name,
                agent.id(),
                login,
                agent.phone(),
                time(agent.since()),
                causedBy);
    }

    /** Contract 6.4. */
    private static AgentState state(WebexccAgent agent, Busy busy) {
        if (!agent.in()) {
            return AgentState.LOGGED_OUT;
        }
        return switch (busy) {
            case TALKING -> AgentState.TALKING;
            case OFFERED -> AgentState.RESERVED;
            case WRAP_UP -> AgentState.WORK;
            case NO -> idle(agent);
        };
    }

    private static AgentState idle(WebexccAgent agent) {
        if (agent.available()) {
            return AgentState.READY;
        }
        return agent.idle() ? AgentState.NOT_READY : AgentState.UNKNOWN;
    }

    static ReasonCode toReason(AuxCode code) {
        return new ReasonCode("auxiliary-code/" + code.id(), code.name(), true);
    }

    private WebexccEventMapper() {}
}
