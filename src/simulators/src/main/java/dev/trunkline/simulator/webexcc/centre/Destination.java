package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.FarEnd;
import dev.trunkline.simulator.webexcc.centre.CallRules.Talk.WrongDestination;
import java.util.Optional;
import java.util.Set;

/**
 * Where a transfer or a consult is to go (sheet 4).
 *
 * @param type in the platform's spelling; upper and lower case matter
 */
record Destination(String to, String type) {
    static final String AGENT = "agent";
    static final String QUEUE = "queue";
    static final String NUMBER = "dialNumber";
    static final String ENTRY_POINT = "entryPoint";
    static final Set<String> OF_TRANSFER = Set.of(AGENT, QUEUE, NUMBER, "entrypointDialNumber");
    static final Set<String> OF_CONSULT = Set.of(AGENT, QUEUE, NUMBER, ENTRY_POINT);
    static final Set<String> OF_CONSULTED = Set.of(AGENT, NUMBER, ENTRY_POINT);

    /** Nothing if it is of a type that there is not: such a request is accepted, and nothing comes of it. */
    static Optional<Destination> of(Body body, Set<String> types, CallRules rules) {
        Destination wanted = new Destination(
                body.required("to", Limits.DIAL_NUMBER), body.required("destinationType", Limits.DIAL_NUMBER));
        if (types.contains(wanted.type)) {
            return Optional.of(wanted);
        }
        if (rules.talk().wrongDestination() == WrongDestination.REFUSED) {
            throw ApiErrorException.invalid("destinationType", "destinationType must be one of " + types + ".");
        }
        return Optional.empty();
    }

    boolean agent() {
        return type.equals(AGENT);
    }

    boolean queue() {
        return type.equals(QUEUE);
    }

    /** Somebody else who can take a contact now. On the lane. */
    Optional<Agent> colleague(Staff staff, Agent than) {
        return staff.byId(to).filter(one -> one != than && one.station().isPresent() && !one.engaged());
    }

    /** Who is next in a queue; nobody while all are busy. On the lane. */
    static Optional<Agent> next(Staff staff, Agent than) {
        return staff.all().stream()
                .filter(one -> one != than && one.available() && !one.engaged())
                .findFirst();
    }

    /** Whether there is such a place outside or such an entry point. */
    boolean exists(Staff staff) {
        if (queue()) {
            return Catalogue.queue(to).isPresent();
        }
        return type.equals(ENTRY_POINT)
                ? Catalogue.isEntryPoint(to)
                : to.matches("\\+?[0-9*#]+") && staff.farEnd(to) != FarEnd.INVALID_NUMBER;
    }
}
