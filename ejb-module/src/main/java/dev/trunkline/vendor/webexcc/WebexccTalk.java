package dev.trunkline.vendor.webexcc;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.Order;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.vendor.webexcc.WebexccAsked.Kind;
import dev.trunkline.vendor.webexcc.WebexccCall.Consult;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What is done with a call (sheet 4). That it was taken says nothing: what came of it is seen on the call, or told as a failure. */
record WebexccTalk(WebexccClient client, AgentSession agent, WebexccSeat seat, Order order) {
    WebexccCall call() {
        return seat.call(order.callId())
                .orElseThrow(() -> new VendorException(Code.CALL_NOT_FOUND, "the agent has no such call"));
    }

    void hold() {
        asked(Kind.HOLD, call -> call.standing().held(), "hold", media());
    }

    void retrieve() {
        asked(Kind.RETRIEVE, call -> !call.standing().held(), "unhold", media());
    }

    private String media() {
        return WebexccBody.media(call().mainMediaId());
    }

    void reject() {
        asked(Kind.REJECT, call -> !call.live(), "reject", media());
    }

    /** Whoever leaves a conference does not end it for the others. */
    void hangUp() {
        if (call().standing().conference()) {
            asked(Kind.CONFERENCE_EXIT, call -> !call.live(), "conference/exit", "{}");
        } else {
            overIsDone(() -> asked(Kind.END, call -> !call.live(), "end", "{}"));
        }
    }

    /** That it is over already is what was wanted; whether it is, a reading shows. */
    private void overIsDone(Runnable deed) {
        try {
            deed.run();
        } catch (VendorException refused) {
            if (refused.code() != Code.CALL_NOT_FOUND) {
                throw refused;
            }
            seat.follow().reread();
        }
    }

    // ---- others

    void directTransfer() {
        WebexccNotes.Third to = new WebexccParties(client, agent, seat).named(order, WebexccParties.Use.TRANSFER);
        asked(Kind.TRANSFER, call -> !call.live(), "transfer", WebexccBody.to(to.to(), to.type()));
    }

    void consult() {
        WebexccNotes.Third to = new WebexccParties(client, agent, seat).named(order, WebexccParties.Use.CONSULT);
        seat.note(order.callId(), notes -> notes.calling(to));
        asked(
                Kind.CONSULT,
                call -> call.standing().consult() != Consult.NONE,
                "consult",
                WebexccBody.consult(to.to(), to.type()));
    }

    void transfer() {
        WebexccNotes.Third to = new WebexccParties(client, agent, seat).consulted(call());
        asked(Kind.CONSULT_TRANSFER, call -> !call.live(), "consult/transfer", WebexccBody.to(to.to(), to.type()));
    }

    void conference() {
        WebexccCall call = call();
        WebexccNotes.Third to = new WebexccParties(client, agent, seat).consulted(call);
        asked(
                Kind.CONFERENCE,
                now -> now.standing().conference(),
                "consult/conference",
                WebexccBody.conference(call.me().agentId(), to.to(), to.type()));
    }

    /** The customer still waits then (sheet 6.2): he is taken back once it is over. */
    void dropConsult() {
        WebexccCall call = call();
        String queue = seat.notes(order.callId())
                .third()
                .filter(third -> third.type().equals("queue") && call.standing().consult() == Consult.CALLED)
                .map(WebexccNotes.Third::to)
                .orElse("");
        seat.note(order.callId(), notes -> notes.returning(true));
        asked(
                Kind.CONSULT_END,
                now -> now.standing().consult() == Consult.NONE
                        && !now.standing().held(),
                "consult/end",
                WebexccBody.consultEnd(queue));
    }

    // ---- data

    /** The outcome is kept until it is due. */
    void data(Map<String, String> variables, Optional<String> label) {
        WebexccDialling.limits(variables);
        label.ifPresent(outcome -> {
            new WebexccCodes(client, agent, seat).wrapUp(outcome);
            seat.note(order.callId(), notes -> notes.labelled(outcome));
        });
        if (variables.isEmpty()) {
            said();
            return;
        }
        Predicate<WebexccCall> seen = call -> call.variables().entrySet().containsAll(variables.entrySet());
        seat.offer(order.callId(), variables);
        ask(Kind.UPDATE, seen, () -> client.setAttributes(agent, order.callId(), variables));
        seat.follow().taken(order.callId());
    }

    /** No event says so: it is told by us, as the effect of the command. */
    void said() {
        seat.wishes().await(order.commandId(), call -> call.id().equals(order.callId()));
        seat.follow().retell(order.callId());
    }

    // ---- how

    private void asked(Kind kind, Predicate<WebexccCall> seen, String action, String body) {
        ask(kind, seen, () -> client.task(agent, order.callId(), action, body));
    }

    /** @param seen by which news of the call its effect is recognised */
    void ask(Kind kind, Predicate<WebexccCall> seen, Runnable deed) {
        seat.asked().begin(kind, order.commandId(), order.callId());
        try {
            seat.wishes().during(order.commandId(), call -> call.id().equals(order.callId()) && seen.test(call), deed);
        } catch (VendorException refused) {
            if (refused.effect() == Effect.NONE) {
                seat.asked().settled(order.commandId());
            }
            throw refused;
        } finally {
            seat.follow().asked(order.commandId());
        }
    }
}
