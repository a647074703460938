package dev.trunkline.vendor.webexcc;

import static java.util.function.Predicate.not;

import dev.trunkline.model.Code;
import dev.trunkline.model.Order;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.webexcc.WebexccAsked.Kind;
import dev.trunkline.vendor.webexcc.wire.AuxCode;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The outcome of a call, which ends its wrap-up (sheet 4, 6.2): the platform demands one, and its voice channel is busy until then. */
record WebexccWrapUp(WebexccTalk talk) {
    private static final Logger LOG = Logger.getLogger(WebexccWrapUp.class.getName());

    void set() {
        Order order = talk.order();
        AuxCode outcome = outcome(order);
        leave(order);
        talk.seat().follow().afterwards(order.callId(), order.flag("ready"));
        talk.ask(Kind.WRAP_UP, call -> call.at(WebexccStage.OVER), () -> submit(talk.client(), talk, outcome));
    }

    private static void submit(WebexccClient client, WebexccTalk talk, AuxCode outcome) {
        client.task(talk.agent(), talk.order().callId(), "wrapup", WebexccBody.wrapUp(outcome.id(), outcome.name()));
    }

    /**
     * Before the wrap-up ends, so that no dial slips in between (contract 2.1: afterwards he is Not Ready). That it cannot be done must not keep
     * the call from its end.
     */
    private void leave(Order order) {
        WebexccStates states = new WebexccStates(talk.client(), talk.agent(), talk.seat());
        boolean available = talk.seat().agent().filter(WebexccAgent::available).isPresent();
        try {
            if (order.flag("ready") && !available) {
                states.ready(order.commandId());
            } else if (!order.flag("ready")) {
                states.awayFromReady(order.commandId());
            }
        } catch (VendorException refused) {
            LOG.log(Level.INFO, "webexcc {0}: the state after a wrap-up was refused: {1}", new Object[] {
                talk.agent().key(), refused.code()
            });
        }
    }

    private AuxCode outcome(Order order) {
        WebexccCodes codes = new WebexccCodes(talk.client(), talk.agent(), talk.seat());
        Optional<String> named = Stream.of("wrapup", "label", "customwrapup")
                .flatMap(name -> order.text(name).stream())
                .filter(not(String::isBlank))
                .findFirst()
                .or(() -> Optional.of(talk.seat().notes(order.callId()).label()).filter(not(String::isEmpty)));
        return named.map(codes::wrapUp)
                .or(codes::usualWrapUp)
                .orElseThrow(() -> new VendorException(
                        Code.INVALID_DATA, "wrapup: Webex Contact Center demands an outcome of every call"));
    }

    /** When the agent's time is over (sheet 6.2): the label he has given, else the usual outcome. */
    void byItself() {
        AuxCode outcome = outcome(talk.order());
        submit(talk.client(), talk, outcome);
    }
}
