package dev.trunkline.simulator.gws.centre;

import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.Steps;

/** What all who work on calls share. @param progress of each call that is on its way @param desks what happens next at each device */
record Room(
        Lane lane,
        Staff staff,
        Calls calls,
        Publisher publisher,
        Rules rules,
        Timing timing,
        Faults faults,
        Steps<Call> progress,
        Steps<Device> desks) {}
