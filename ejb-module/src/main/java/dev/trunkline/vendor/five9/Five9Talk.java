package dev.trunkline.vendor.five9;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.Order;
import dev.trunkline.model.Reason;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.vendor.five9.Five9Settings.HangUp;
import dev.trunkline.vendor.five9.wire.CallInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What is done with a call of the agent's own (sheet 4). An answer says only that it was taken; the event that follows is what counts. */
record Five9Talk(Five9Client client, AgentSession agent, Five9Seat seat, Order order) {
    void answer() {
        shows(call -> call.is(Five9Call.TALKING), () -> client.operateOnce(agent, "PUT", order.callId(), "answer", ""));
    }

    void reject() {
        shows(call -> !call.live(), () -> operate("reject"));
    }

    void hold() {
        shows(call -> call.is(Five9Call.HELD), () -> operate("hold"));
    }

    void retrieve() {
        shows(call -> call.is(Five9Call.TALKING), () -> operate("unhold"));
    }

    /** By which news of the call its effect is recognised. */
    void shows(Predicate<Five9Call> effect, Runnable deed) {
        seat.wishes().during(order.commandId(), call -> call.id().equals(order.callId()) && effect.test(call), deed);
    }

    private void operate(String action) {
        client.operate(agent, order.callId(), action, "");
    }

    /** Wrap-up follows: its outcome is another matter. */
    void hangUp() {
        seat.note(order.callId(), notes -> notes.ending(Reason.AGENT_HANGUP));
        try {
            shows(call -> !call.live(), this::end);
        } catch (VendorException refused) {
            if (refused.effect() == Effect.NONE) {
                seat.note(order.callId(), Five9Notes::goesOn);
            }
            throw refused;
        }
    }

    private void end() {
        if (client.settings().hangUp() == HangUp.DISPOSE) {
            new Five9WrapUp(this).byDefault();
            return;
        }
        overIsDone(() -> operate("disconnect"), Five9Talk::live);
    }

    /** That it is over already is what was wanted (sheet 3.5); whether it is, the platform is asked. */
    void overIsDone(Runnable deed, Predicate<CallInfo> still) {
        try {
            deed.run();
        } catch (VendorException refused) {
            if (!Five9ErrorMapper.over(refused) || listed(still)) {
                throw refused;
            }
            seat.follow().reread();
        }
    }

    private boolean listed(Predicate<CallInfo> still) {
        return client.calls(agent).stream()
                .filter(call -> call.id().equals(order.callId()))
                .anyMatch(still);
    }

    static boolean live(CallInfo call) {
        return notFinished(call) && !call.state().equals(Five9Call.WRAP_UP);
    }

    static boolean notFinished(CallInfo call) {
        return !call.state().equals(Five9Call.FINISHED);
    }

    // ---- data

    /** The outcome is kept until it is due; variables the platform takes, and need not tell (sheet 3.4). */
    void data(Map<String, String> variables, Optional<String> label) {
        if (!variables.isEmpty()) {
            Map<String, String> ids = ids(client, agent, seat, variables);
            client.operate(agent, order.callId(), "variables_2", Five9Body.of(ids));
            Map<String, String> named = new HashMap<>(seat.names().named(ids));
            seat.note(order.callId(), notes -> notes.accepting(named));
        }
        label.ifPresent(outcome -> {
            new Five9WrapUp(this).check(outcome);
            seat.note(order.callId(), notes -> notes.labelled(outcome));
        });
        said();
    }

    /** By names that the platform may have only since a moment, or that could not be read before. */
    static Map<String, String> ids(
            Five9Client client, AgentSession agent, Five9Seat seat, Map<String, String> variables) {
        if (!variables.isEmpty() && !seat.names().know(variables.keySet())) {
            seat.names().variables(client.variables(agent));
        }
        return seat.names().ids(variables);
    }

    /** No event says so: it is told by us, as the effect of the command. */
    void said() {
        seat.wishes().await(order.commandId(), call -> call.id().equals(order.callId()));
        seat.follow().retell(order.callId());
    }

    Five9Call call() {
        return seat.call(order.callId())
                .orElseThrow(() -> new VendorException(Code.CALL_NOT_FOUND, "the agent has no such call"));
    }
}
