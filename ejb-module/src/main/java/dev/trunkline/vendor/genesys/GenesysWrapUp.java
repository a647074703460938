package dev.trunkline.vendor.genesys;

import static java.util.function.Predicate.not;

import dev.trunkline.model.Code;
import dev.trunkline.model.Order;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.genesys.wire.Conversation;
import dev.trunkline.vendor.genesys.wire.Leg;
import dev.trunkline.vendor.genesys.wire.WrapUpCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The outcome of a call, which ends its wrap-up (sheet 4, 6.2). Without one it is skipped, where the queue lets that be. */
record GenesysWrapUp(GenesysTalk talk) {
    void set() {
        Order order = talk.order();
        Leg own = talk.own();
        Optional<String> code = code(order, own);
        leave(order);
        if (code.isPresent()) {
            Map<String, String> body = new LinkedHashMap<>();
            body.put("code", code.get());
            order.text("notes").filter(not(String::isBlank)).ifPresent(notes -> body.put("notes", notes));
            talk.client().wrapUp(talk.agent(), order.callId(), own.id(), communication(own), GenesysBody.of(body));
        } else {
            skip(order, own);
        }
    }

    /** The platform has no place for an outcome during the call: it is kept until then. */
    void keepLabel() {
        Order order = talk.order();
        order.text("label").filter(not(String::isBlank)).ifPresent(label -> talk.seat()
                .label(order.callId(), translated(label, codes(talk, talk.own()))));
    }

    /** Before the wrap-up ends, so that no dial slips in between (contract 2.1: afterwards he is Not Ready). */
    private void leave(Order order) {
        GenesysPresences presences = new GenesysPresences(talk.client(), talk.agent(), talk.seat());
        if (order.flag("ready")) {
            presences.ready(order.commandId());
        } else {
            presences.awayFromReady(order.commandId());
        }
    }

    private void skip(Order order, Leg own) {
        try {
            talk.client().update(talk.agent(), order.callId(), own.id(), GenesysBody.of("wrapupSkipped", true));
        } catch (VendorException refused) {
            throw GenesysErrorMapper.says(refused, "conversation.error.wrapup.cannot.skip")
                    ? new VendorException(Code.INVALID_DATA, "wrapup: this queue demands an outcome")
                    : refused;
        }
    }

    /** Only the nested shape has it. */
    private String communication(Leg own) {
        return talk.client().nested(talk.agent(), talk.order().callId()).map(Conversation::legs).stream()
                .flatMap(List::stream)
                .filter(leg -> leg.id().equals(own.id()))
                .map(Leg::communicationId)
                .filter(not(String::isEmpty))
                .findFirst()
                .orElseThrow(() -> new VendorException(Code.CALL_NOT_FOUND, "Genesys Cloud no longer has the call"));
    }

    private Optional<String> code(Order order, Leg own) {
        Optional<String> named = Stream.of("wrapup", "label", "customwrapup")
                .flatMap(name -> order.text(name).stream())
                .filter(not(String::isBlank))
                .findFirst()
                .or(() -> talk.seat().label(order.callId()));
        return named.or(() ->
                        Optional.of(talk.client().settings().defaultWrapup()).filter(not(String::isEmpty)))
                .map(name -> translated(name, codes(talk, own)));
    }

    /** As this call may end. */
    private static List<WrapUpCode> codes(GenesysTalk talk, Leg own) {
        return talk.client().wrapUpCodes(talk.agent(), talk.order().callId(), own.id());
    }

    private static String translated(String wanted, List<WrapUpCode> codes) {
        return codes.stream()
                .filter(code -> code.id().equals(wanted) || code.name().equalsIgnoreCase(wanted))
                .findFirst()
                .map(WrapUpCode::id)
                .orElseThrow(() -> new VendorException(Code.INVALID_DATA, "wrapup: no such outcome in Genesys Cloud"));
    }
}
