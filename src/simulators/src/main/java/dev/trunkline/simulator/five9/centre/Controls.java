package dev.trunkline.simulator.five9.centre;

import dev.trunkline.simulator.five9.centre.CallRules.DisposeAnswer;
import dev.trunkline.simulator.five9.centre.CallRules.Repeats;
import dev.trunkline.simulator.five9.centre.VccException.Reason;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an agent does with a call of his (sheet 4). There is nothing for tones or for muting. On the lane. */
public final class Controls {
    private static final Duration LONGEST_TIMER = Duration.ofDays(366);

    private final Room room;
    private final CallFlow flow;
    private final CallRules rules;
    private final Map<String, Deed> deeds = new HashMap<>();

    /** One request. */
    @FunctionalInterface
    interface Deed {
        Reply on(Call call, Body body);
    }

    /** One that is answered as most are. */
    @FunctionalInterface
    interface Quiet {
        void on(Call call, Body body);
    }

    Controls(Room room, CallFlow flow, Transfers transfers, Conferences conferences) {
        this.room = room;
        this.flow = flow;
        rules = room.rules().calls();
        if (rules.disconnect()) {
            quiet("PUT disconnect", (call, body) -> disconnect(call));
        }
        deeds.put("PUT dispose", this::dispose);
        quiet("PUT hold", (call, body) -> hold(call));
        quiet("PUT unhold", (call, body) -> move(call, CallState.ON_HOLD, CallState.TALKING));
        quiet("PUT park", (call, body) -> move(call, CallState.TALKING, CallState.PARKED));
        quiet("PUT retrieve", (call, body) -> move(call, CallState.PARKED, CallState.TALKING));
        quiet("PUT answer", (call, body) -> answer(call));
        quiet("PUT reject", (call, body) -> reject(call));
        quiet("PUT start_recording", (call, body) -> record(call, "STOPPED", "STARTED"));
        quiet("PUT pause_recording", (call, body) -> record(call, "STARTED", "PAUSED"));
        quiet("PUT resume_recording", (call, body) -> record(call, "PAUSED", "STARTED"));
        quiet("PUT stop_recording", (call, body) -> record(call, "", "STOPPED"));
        quiet("PUT audio/player/play_prompt", (call, body) -> prompt(call, body));
        deeds.put("PUT variables_2", this::variables);
        deeds.put("PUT call_variables", this::variables);
        quiet("PUT update_contact", (call, body) -> body.object());
        quiet("PUT active_contact_2", (call, body) -> body.object().needed("value"));
        quiet("POST contacts_2", (call, body) -> body.object());
        transfers.deeds().forEach(this::quiet);
        conferences.deeds().forEach(this::quiet);
    }

    void quiet(String request, Quiet deed) {
        deeds.put(request, (call, body) -> {
            deed.on(call, body);
            return Reply.empty(rules.controlStatus());
        });
    }

    /** Whether there is such a request, whatever its call. @param verb what stands behind the call's id */
    public boolean knows(String method, String verb) {
        return deeds.containsKey(method + " " + verb);
    }

    public Reply perform(Agent agent, String callId, String request, Body body) {
        Call call = agent.call(callId).orElseThrow(() -> gone(callId));
        return deeds.get(request).on(call, body);
    }

    VccException gone(String callId) {
        return VccException.of(rules.goneStatus(), 7, Reason.CALL.name(), "Call " + callId + " is not found");
    }

    static void need(Call call, CallState... states) {
        if (!call.is(states)) {
            throw VccException.refused(Reason.CALL, "Improper call state " + call.state());
        }
    }

    private void disconnect(Call call) {
        if (call.state().live()) {
            flow.hangUp(call);
        } else if (!accepted(call, CallState.WRAP_UP)) {
            need(call, CallState.TALKING);
        }
    }

    /** Whether it is so already, and that does not matter. */
    private boolean accepted(Call call, CallState state) {
        return call.is(state) && rules.repeats() == Repeats.ACCEPTED;
    }

    /** On a live call it ends and closes in one step. */
    private Reply dispose(Call call, Body body) {
        Disposition with = disposition(call, body.object());
        call.agent().permissions().need(Permissions.WRAP_UP);
        call.dispose(with);
        if (call.state().live() && !rules.disposeSkipsWrapUp()) {
            flow.become(call, CallState.WRAP_UP);
        }
        boolean again = call.preview().filter(Preview::shown).isPresent() && !with.ends();
        if (again) {
            renew(call);
        } else {
            flow.close(call);
        }
        return rules.disposeAnswer() == DisposeAnswer.CALL
                ? Reply.ok(room.publisher().info(call))
                : Reply.empty(rules.controlStatus());
    }

    /** Not final: the call waits, and so does its preview (sheet 4.1). */
    private void renew(Call call) {
        if (call.state().live()) {
            flow.over(call);
        }
        Preview preview = call.preview().orElseThrow();
        preview.become(Preview.State.RENEWING);
        room.publisher().preview(preview, 10);
    }

    private static Disposition disposition(Call call, Body body) {
        long timeout = body.number("timeout");
        if (!call.type().business()) {
            return Disposition.TIMED_OUT;
        }
        String id = body.needed("dispositionId");
        Disposition with = Catalogue.disposition(id, call.campaign().isPresent())
                .orElseThrow(() -> VccException.refused(Reason.DISPOSITION, "Disposition " + id + " is not available"));
        if (timeout < 0 || timeout > LONGEST_TIMER.toMillis() || timeout > 0 && !with.timer()) {
            throw VccException.refused(Reason.DISPOSITION, "Timeout of disposition " + id + " cannot be " + timeout);
        }
        return with;
    }

    private void hold(Call call) {
        call.agent().permissions().need(Permissions.HOLD);
        move(call, CallState.TALKING, CallState.ON_HOLD);
    }

    /** What is so already is not told again. */
    private void move(Call call, CallState from, CallState to) {
        if (!accepted(call, to)) {
            need(call, from);
            flow.become(call, to);
        }
    }

    private void answer(Call call) {
        need(call, CallState.OFFERED);
        needIncoming(call);
        flow.answer(call);
    }

    private void reject(Call call) {
        call.agent().permissions().need(Permissions.REJECT);
        need(call, CallState.OFFERED);
        needIncoming(call);
        Call other = call.peer().orElse(null);
        call.part();
        flow.finish(call);
        if (other != null) {
            flow.farGone(other);
        }
    }

    /** His own call cannot be answered by him. */
    private static void needIncoming(Call call) {
        if (!call.incoming()) {
            throw VccException.refused(Reason.CALL, "Call is not incoming");
        }
    }

    /** @param from empty for any */
    private void record(Call call, String from, String to) {
        if (!call.state().talks() || !call.recordingAllowed()) {
            throw VccException.refused(Reason.CALL, "Recording is not allowed");
        }
        if (!from.isEmpty() && !call.recording().equals(from)) {
            throw VccException.refused(Reason.CALL, "Recording is " + call.recording());
        }
        call.record(to);
        room.publisher().updated(call, Publisher.UPDATED);
    }

    private static void prompt(Call call, Body body) {
        String prompt = body.object().needed("value");
        need(call, CallState.TALKING);
        if (Catalogue.prompts().stream().noneMatch(one -> one.get("id").equals(prompt))) {
            throw VccException.notFound("Prompt " + prompt);
        }
    }

    private Reply variables(Call call, Body body) {
        call.agent().permissions().need(Permissions.DATA);
        Map<String, String> values = body.allTexts();
        values.keySet().forEach(this::checkVariable);
        call.variables().putAll(values);
        room.publisher().updated(call, Publisher.UPDATED);
        return switch (rules.variablesAnswer()) {
            case VARIABLES -> Reply.ok(new LinkedHashMap<>(call.variables()));
            case CALL -> Reply.ok(room.publisher().info(call));
            case EMPTY -> Reply.empty(rules.controlStatus());
        };
    }

    private void checkVariable(String id) {
        boolean system = room.catalogue()
                .variable(id)
                .orElseThrow(() -> VccException.notFound("Call variable " + id))
                .system();
        if (system) {
            throw VccException.permission("to change call variable " + id);
        }
    }
}
