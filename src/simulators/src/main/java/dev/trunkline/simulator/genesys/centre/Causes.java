package dev.trunkline.simulator.genesys.centre;

import dev.trunkline.simulator.genesys.centre.Rules.Carrier;

/** What a leg that was not answered ends with, by the carrier's ways (sheet 6.4). Pure. */
record Causes(Carrier carrier) {

    Ending busy() {
        return Ending.carrier(carrier.busyType(), 486, "Busy Here", 17, "User busy");
    }

    Ending noAnswer() {
        return Ending.carrier(carrier.noAnswerType(), 480, "Temporarily Unavailable", 19, "No answer from user");
    }

    Ending rejected() {
        return Ending.carrier(carrier.rejectType(), 603, "Decline", 21, "Call rejected");
    }

    Ending noNumber() {
        return switch (carrier.invalidNumber()) {
            case SIP -> Ending.carrier("endpoint", 404, "Not Found", 1, "Unallocated (unassigned) number");
            case DIALPLAN -> Ending.error("connection.dialplan.notReachable");
            case UNCALLABLE -> Ending.of("uncallable");
        };
    }
}
