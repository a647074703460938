package dev.trunkline.simulator.genesys.centre;

import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.Steps;

/** What all who work on conversations share. @param progress of each leg that is on its way @param tidying of each conversation */
record Room(
        Lane lane,
        Staff staff,
        Calls calls,
        Publisher publisher,
        Rules rules,
        Timing timing,
        Faults faults,
        Steps<Participant> progress,
        Steps<Conversation> tidying) {

    /** One snapshot to all. */
    void tell(Conversation conversation) {
        publisher.changed(conversation);
    }
}
