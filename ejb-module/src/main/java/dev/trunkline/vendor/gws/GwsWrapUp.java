package dev.trunkline.vendor.gws;

import static java.util.function.Predicate.not;

import dev.trunkline.model.Code;
import dev.trunkline.model.Order;
import dev.trunkline.port.VendorException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The outcome of a call, and the end of the work after it: data of the call, and a state of the agent (sheet 3.5, contract 2.4 E). */
record GwsWrapUp(GwsTalk talk, GwsStates states) {
    private static final Logger LOG = Logger.getLogger(GwsWrapUp.class.getName());
    /** A call that is over mostly takes no data any more. */
    private static final Set<Code> TOO_LATE = Set.of(Code.INVALID_STATE, Code.CALL_NOT_FOUND);

    void set() {
        Order order = talk.order();
        outcome(order).ifPresent(this::write);
        if (order.flag("ready")) {
            states.ready(order.commandId());
        } else {
            states.notReady(order.commandId(), "");
        }
    }

    private void write(String outcome) {
        try {
            talk.data(Map.of(talk.client().settings().dispositionKey(), outcome));
        } catch (VendorException refused) {
            if (!TOO_LATE.contains(refused.code())) {
                throw refused;
            }
            LOG.log(
                    Level.INFO,
                    "gws {0}: no outcome is taken after the end of call {1}: give it while the call is up",
                    new Object[] {talk.agent().key(), talk.order().callId()});
        }
    }

    private Optional<String> outcome(Order order) {
        GwsSettings settings = talk.client().settings();
        if (order.flag("iscustomwrapup")) {
            return order.text("customwrapup").filter(not(String::isBlank));
        }
        return Stream.of("wrapup", "label", "customwrapup")
                .flatMap(name -> order.text(name).stream())
                .filter(not(String::isBlank))
                .findFirst()
                .or(() -> Optional.of(settings.defaultWrapup()).filter(not(String::isEmpty)))
                .map(wanted -> chosen(settings.wrapUpCodes(), wanted));
    }

    /** One of those that agents may choose; without a list any text is one. */
    static String chosen(List<String> codes, String wanted) {
        return codes.isEmpty()
                ? wanted
                : codes.stream()
                        .filter(code -> code.equalsIgnoreCase(wanted))
                        .findFirst()
                        .orElseThrow(() -> new VendorException(
                                Code.INVALID_DATA, "wrapup: no such outcome: " + GwsSettings.PREFIX + "wrapUpCodes"));
    }
}
