package dev.trunkline.vendor.gws;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.Order;
import dev.trunkline.port.VendorException;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is done with a call (sheet 4.1). An answer says only that it was taken; what no state of a call shows is recognised by the call itself
 * ({@link GwsSeat#wishes}).
 */
record GwsTalk(GwsClient client, AgentSession agent, GwsSeat seat, Order order) {
    void operate(String operation) {
        operate(order.callId(), operation, GwsBody.operation(operation));
    }

    private void operate(String call, String operation, String body) {
        asked(request(call, GwsRequest.effect(operation)), body, call);
    }

    /** News of that call shows its effect; on a consult it is a call of its own, which comes with our mark. */
    private GwsRequest request(String call, Predicate<GwsCall> effect) {
        String device =
                seat.call(call).map(GwsCall::device).filter(id -> !id.isEmpty()).orElseGet(seat::device);
        return GwsRequest.onCall(
                order.commandId(),
                device,
                news -> news.id().equals(call) && effect.test(news)
                        || news.memory().command().equals(order.commandId()));
    }

    private void asked(GwsRequest request, String body, String call) {
        seat.pending().during(request, () -> client.operate(agent, call, body), (command, failure) -> seat.follow()
                .failedLate(command, failure));
    }

    /** That it is over already is what was wanted. */
    void hangUp() {
        try {
            operate("Hangup");
        } catch (VendorException over) {
            if (over.code() != Code.CALL_NOT_FOUND) {
                throw over;
            }
            seat.follow().reread();
        }
    }

    void mute(boolean muted) {
        String wanted = muted ? "On" : "Off";
        seat.wishes()
                .during(
                        order.commandId(),
                        call -> call.id().equals(order.callId())
                                && call.told().call().mute().equals(wanted),
                        () -> operate(muted ? "MuteCall" : "UnmuteCall"));
    }

    void digits() {
        operate(
                order.callId(),
                "SendDtmf",
                GwsBody.with("SendDtmf", "digits", order.text("digits").orElse("")));
    }

    /** The platform has no outcome of its own: a label is data as any other. */
    void data(Map<String, String> variables) {
        operate(order.callId(), "UpdateUserData", GwsBody.userData(variables));
    }

    // ---- others; queues and agents are numbers to the switch

    void directTransfer() {
        String operation = "SingleStepTransfer";
        handOver(order.callId(), operation, GwsBody.towards(operation, number(), Map.of(), Map.of()), order.callId());
    }

    void consult() {
        boolean usual = seat.call(order.callId())
                .map(call -> call.can(client.settings().consult().operation()))
                .orElse(true);
        String operation = usual ? client.settings().consult().operation() : other();
        seat.consults(order.callId(), new GwsSeat.Consult(order.commandId(), number()));
        String mark = client.settings().correlationKey();
        Map<String, String> data = mark.isEmpty() ? Map.of() : Map.of(mark, order.commandId());
        asked(
                request(order.callId(), GwsRequest.effect(operation)).dialling(mark.isEmpty() ? "" : number()),
                GwsBody.towards(operation, number(), data, Map.of()),
                order.callId());
    }

    /** Of the two, the one that is open now. */
    private String other() {
        return Stream.of(GwsSettings.ConsultAs.values())
                .filter(as -> as != client.settings().consult())
                .map(GwsSettings.ConsultAs::operation)
                .findFirst()
                .orElseThrow();
    }

    private String number() {
        return order.text("toAddress").orElse("");
    }

    /** The documentation's sample asks it of the consult; the platform finds the other call by itself. */
    void transfer() {
        String operation = "CompleteTransfer";
        handOver(consultCall(), operation, GwsBody.operation(operation), order.callId(), order.otherCallId());
    }

    void conference() {
        operate(consultCall(), "CompleteConference", GwsBody.operation("CompleteConference"));
    }

    /** Nothing that is told says that a call went on without him. */
    private void handOver(String call, String operation, String body, String... handed) {
        Stream.of(handed).forEach(seat::handsOver);
        GwsRequest request = request(call, GwsRequest.effect(operation))
                .undoneBy(() -> Stream.of(handed).forEach(seat::keeps));
        asked(request, body, call);
    }

    private String consultCall() {
        return Stream.of(order.callId(), order.otherCallId())
                .filter(id ->
                        seat.call(id).filter(call -> call.memory().consult()).isPresent())
                .findFirst()
                .orElse(order.callId());
    }

    void swap() {
        String other = seat.call(order.otherCallId())
                .map(call -> call.told().call().uri())
                .filter(uri -> !uri.isEmpty())
                .orElseGet(() -> client.callUri(order.otherCallId()));
        String before = seat.call(order.callId()).map(GwsCall::state).orElse("");
        asked(
                request(order.callId(), call -> !call.state().equals(before)),
                GwsBody.with("SwapCalls", "otherCallUri", other),
                order.callId());
    }

    /** Two steps: the customer can be taken back when the consult is seen to be over, and may be back by himself. */
    void dropConsult() {
        hangUp();
        if (order.otherCallId().isEmpty()) {
            return;
        }
        seat.until(
                now -> now.call(order.callId()).filter(GwsCall::live).isEmpty(),
                client.settings().stepTimeout());
        boolean held = seat.call(order.otherCallId())
                .map(call -> call.state().equals(GwsCall.HELD))
                .orElse(true);
        if (held) {
            operate(order.otherCallId(), "Retrieve", GwsBody.operation("Retrieve"));
        }
    }
}
