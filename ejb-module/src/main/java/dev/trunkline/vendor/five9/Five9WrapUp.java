package dev.trunkline.vendor.five9;

import static java.util.function.Predicate.not;

import dev.trunkline.model.Code;
import dev.trunkline.model.Order;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.five9.wire.Disposition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The outcome of a call, which ends it for good: until it is given, the platform does not free the agent (sheet 4, 10). */
record Five9WrapUp(Five9Talk talk) {
    void set() {
        Order order = talk.order();
        Optional<String> outcome = named(order);
        if (outcome.isEmpty() && !internal()) {
            throw new VendorException(Code.INVALID_DATA, "wrapup: Five9 demands an outcome of every call");
        }
        String disposition = outcome.map(this::id).orElse("");
        Optional<VendorException> refused = leave(order);
        talk.shows(call -> call.memory().over(), () -> dispose(disposition));
        refused.ifPresent(why -> {
            throw why;
        });
    }

    /** Of a call to a colleague none is asked for (sheet 4). */
    private boolean internal() {
        return talk.seat()
                .call(talk.order().callId())
                .filter(call -> call.told().callType().equals("AGENT"))
                .isPresent();
    }

    /**
     * Before the call ends, so that no dial slips in between (contract 2.1: afterwards he is Not Ready). That it is refused must not keep the call
     * from its end.
     */
    private Optional<VendorException> leave(Order order) {
        Five9States states = new Five9States(talk.client(), talk.agent(), talk.seat());
        try {
            if (order.flag("ready")) {
                states.ready(order.commandId());
            } else {
                states.awayFromReady(order.commandId());
            }
            return Optional.empty();
        } catch (VendorException refused) {
            return Optional.of(refused);
        }
    }

    private void dispose(String disposition) {
        String call = talk.order().callId();
        talk.overIsDone(
                () -> talk.client().operate(talk.agent(), call, "dispose", Five9Body.dispose(disposition)),
                Five9Talk::notFinished);
    }

    private Optional<String> named(Order order) {
        return Stream.of("wrapup", "label", "customwrapup")
                .flatMap(name -> order.text(name).stream())
                .filter(not(String::isBlank))
                .findFirst()
                .or(() -> Optional.of(talk.seat().notes(order.callId()).label()).filter(not(String::isEmpty)))
                .or(this::configured);
    }

    private Optional<String> configured() {
        return Optional.of(talk.client().settings().defaultWrapup()).filter(not(String::isEmpty));
    }

    /** Where the platform has no other way to end a call. */
    void byDefault() {
        dispose(configured()
                .map(this::id)
                .orElseThrow(() -> new VendorException(
                        Code.INVALID_DATA, "wrapup: " + Five9Settings.PREFIX + "defaultWrapup is not set")));
    }

    /** Id of it, or empty. */
    String byDefaultIfAny() {
        return configured().map(this::id).orElse("");
    }

    /** @throws VendorException if there is no such outcome for this call */
    void check(String outcome) {
        id(outcome);
    }

    /** An id goes as it is: the platform judges. */
    private String id(String wanted) {
        if (wanted.matches("-?\\d+")) {
            return wanted;
        }
        String campaign = talk.seat()
                .call(talk.order().callId())
                .map(call -> call.told().campaignId())
                .orElse("");
        return dispositions(talk, campaign).stream()
                .filter(one -> one.name().equalsIgnoreCase(wanted))
                .findFirst()
                .map(Disposition::id)
                .orElseThrow(() -> new VendorException(Code.INVALID_DATA, "wrapup: no such outcome in Five9"));
    }

    private static List<Disposition> dispositions(Five9Talk talk, String campaign) {
        return talk.client().dispositions(talk.agent(), campaign);
    }
}
