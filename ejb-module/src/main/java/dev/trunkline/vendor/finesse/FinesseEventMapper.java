package dev.trunkline.vendor.finesse;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Reason;
import dev.trunkline.model.ReasonCode;
import dev.trunkline.vendor.finesse.wire.Dialog;
import dev.trunkline.vendor.finesse.wire.LabelledReason;
import dev.trunkline.vendor.finesse.wire.Participant;
import dev.trunkline.vendor.finesse.wire.User;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finesse's dialogs, users and reasons as the common model has them. */
final class FinesseEventMapper {
    /** Contract 3.4; a word that is not here keeps the last life-cycle. */
    private static final Map<String, LifeCycle> LIFE_CYCLE = Map.of(
            "INITIATING", LifeCycle.INITIATED,
            "INITIATED", LifeCycle.DIALING,
            "ALERTING", LifeCycle.RINGING,
            "ACTIVE", LifeCycle.CONNECTED,
            "HELD", LifeCycle.HELD,
            "WRAP_UP", LifeCycle.WRAP_UP,
            "FAILED", LifeCycle.FAILED);

    private static final Set<LifeCycle> BEFORE_AN_ANSWER =
            Set.of(LifeCycle.INITIATED, LifeCycle.DIALING, LifeCycle.RINGING, LifeCycle.CONNECTED);
    /** Of a party that is still listed, but not on the call any more. */
    private static final Set<String> GONE = Set.of("DROPPED", "WRAP_UP", "FAILED");

    private static final int CONFERENCE = 3;

    /** OTHER comes where the called party refuses (sheet 6.3). */
    private static final Map<String, Reason> REASON = Map.of(
            "BUSY", Reason.BUSY,
            "BAD_DESTINATION", Reason.INVALID_NUMBER,
            "DEVICE_RESOURCE_NOT_AVAILABLE", Reason.DEVICE_UNAVAILABLE,
            "OTHER", Reason.REJECTED);

    private static final Map<String, AgentState> AGENT_STATE = Map.of(
            "READY", AgentState.READY,
            "NOT_READY", AgentState.NOT_READY,
            "RESERVED", AgentState.RESERVED,
            "RESERVED_OUTBOUND", AgentState.RESERVED,
            "RESERVED_OUTBOUND_PREVIEW", AgentState.RESERVED,
            "TALKING", AgentState.TALKING,
            "HOLD", AgentState.HOLD,
            "WORK", AgentState.WORK,
            "WORK_READY", AgentState.WORK,
            "LOGOUT", AgentState.LOGGED_OUT);

    /** False for chats and other tasks, whose ids have an underscore (sheet 5.3). */
    static boolean voice(Dialog dialog) {
        return !dialog.id().contains("_");
    }

    static CallSnapshot toSnapshot(FinesseCall call, String causedBy) {
        return new CallSnapshot(
                call.dialog().id(),
                call.state(),
                lifeCycle(call),
                call.published(),
                call.from(),
                call.reservation() ? call.customer() : call.to(),
                call.reservation() ? List.of() : dialled(call),
                causedBy,
                parent(call),
                parties(call),
                FinesseActions.open(call),
                filled(call.variables()),
                call.campaign(),
                reason(call),
                changedAt(call.dialog()),
                facts(call),
                FinesseEnvelope.callForms(call),
                call.dialog().text());
    }

    private static Optional<LifeCycle> lifeCycle(FinesseCall call) {
        if (call.gone()) {
            return Optional.of(LifeCycle.ENDED);
        }
        if (call.offered()) {
            return Optional.of(LifeCycle.RINGING);
        }
        Optional<LifeCycle> plain = Optional.ofNullable(LIFE_CYCLE.get(call.state()));
        if (call.reservation()
                && (call.state().equals("ACCEPTED")
                        || plain.filter(BEFORE_AN_ANSWER::contains).isPresent())) {
            return Optional.of(LifeCycle.PREVIEW);
        }
        return plain.map(word -> word == LifeCycle.CONNECTED ? talk(call) : word);
    }

    private static LifeCycle talk(FinesseCall call) {
        long active = call.dialog().participants().stream()
                .filter(participant -> participant.state().equals("ACTIVE"))
                .count();
        if (active >= CONFERENCE) {
            return LifeCycle.CONFERENCED;
        }
        return call.callType().equals("CONSULT") ? LifeCycle.CONSULTING : LifeCycle.CONNECTED;
    }

    /** The offer it came from; of a call that a colleague handed over, the other call that became it (sheet 4.2). */
    private static String parent(FinesseCall call) {
        return call.offer().isEmpty() && call.callType().equals("TRANSFER")
                ? call.dialog().secondaryId()
                : call.offer();
    }

    private static List<String> dialled(FinesseCall call) {
        return Stream.of(
                        call.dialog().toAddress(),
                        call.dialog().mediaProperties().dialedNumber(),
                        call.dialog().mediaProperties().dnis())
                .map(FinesseCall::address)
                .filter(not(String::isEmpty))
                .filter(address -> !call.isOwn(address))
                .distinct()
                .toList();
    }

    private static Set<String> parties(FinesseCall call) {
        return call.dialog().participants().stream()
                .filter(party -> !GONE.contains(party.state()))
                .map(party -> FinesseCall.address(party.mediaAddress()))
                .collect(toUnmodifiableSet());
    }

    static Map<String, String> filled(Map<String, String> variables) {
        Map<String, String> filled = new LinkedHashMap<>(variables);
        filled.values().removeIf(String::isEmpty);
        return filled;
    }

    private static Optional<Reason> reason(FinesseCall call) {
        return call.dialog().participants().stream()
                .map(Participant::stateCause)
                .filter(not(String::isEmpty))
                .findFirst()
                .map(cause -> REASON.getOrDefault(cause, Reason.OTHER))
                .or(() -> handedOver(call) ? Optional.of(Reason.TRANSFERRED) : Optional.empty());
    }

    /** The agent placed the call and is out of it, while it goes on as a transferred one. */
    private static boolean handedOver(FinesseCall call) {
        boolean out =
                call.gone() || call.state().equals("DROPPED") || call.state().equals("WRAP_UP");
        return out
                && call.callType().equals("TRANSFER")
                && call.isOwn(call.dialog().fromAddress());
    }

    /** When any part of it changed last; empty if Finesse does not say. */
    static String changedAt(Dialog dialog) {
        return dialog.participants().stream()
                .map(participant -> FinesseTime.normal(participant.stateChangeTime()))
                .max(Comparator.naturalOrder())
                .orElse("");
    }

    /** Contract 3.1 rule 9; Finesse repeats itself with nothing but other clock times (sheet 5.5). */
    private static String facts(FinesseCall call) {
        Dialog dialog = call.dialog();
        String parties = dialog.participants().stream()
                .map(party -> String.join(":", party.mediaAddress(), party.state(), party.stateCause()))
                .collect(joining(","));
        return String.join(
                "|",
                call.gone() ? "GONE" : call.state(),
                dialog.state(),
                parties,
                String.join(",", call.actions()),
                FinesseActions.open(call).toString(),
                filled(call.variables()).toString(),
                call.callType(),
                call.from(),
                call.to(),
                dialog.mediaProperties().dialedNumber(),
                FinesseCall.saidOffer(dialog),
                dialog.secondaryId());
    }

    /** @param labels texts of the Not Ready reasons by id, where the user message does not carry its own */
    static AgentSnapshot toAgent(User user, Map<String, String> labels, String causedBy) {
        AgentState state = AGENT_STATE.getOrDefault(user.state(), AgentState.UNKNOWN);
        String reason = user.reasonCodeId().equals("-1") ? "" : user.reasonCodeId();
        return new AgentSnapshot(
                state,
                label(state, reason, user.reasonLabel(), labels),
                reason,
                (user.firstName() + " " + user.lastName()).strip(),
                user.loginId(),
                user.loginName().isEmpty() ? user.loginId() : user.loginName(),
                user.extension(),
                FinesseTime.normal(user.stateChangeTime()),
                causedBy);
    }

    /** The reason's text while Not Ready for a reason, else the common word as people write it: {@code Not Ready}. */
    private static String label(AgentState state, String reason, String sent, Map<String, String> labels) {
        String text = sent.isEmpty() ? labels.getOrDefault(reason, "") : sent;
        boolean told = state == AgentState.NOT_READY && !reason.isEmpty() && !text.isEmpty();
        return told ? text : state.word().replace('_', ' ');
    }

    /** Reserved for a record that is in no list: it is read only by an id that nobody has (sheet 5.6). */
    static boolean offerUnseen(User user, Collection<CallSnapshot> calls) {
        return user.state().equals("RESERVED_OUTBOUND_PREVIEW")
                && calls.stream().noneMatch(call -> call.lifeCycle().equals(Optional.of(LifeCycle.PREVIEW)));
    }

    static AgentSnapshot withOfferUnseen(AgentSnapshot agent) {
        return agent.labelled("Preview pending, details unknown");
    }

    static ReasonCode toReason(LabelledReason reason) {
        return new ReasonCode(reason.uri(), reason.label(), Boolean.parseBoolean(reason.forAll()));
    }

    private FinesseEventMapper() {}
}
