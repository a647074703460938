package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.Steps;

/** What all who work on contacts share. @param progress of each task that is on its way @param consults of each that rings */
record Room(
        Lane lane,
        Staff staff,
        Tasks tasks,
        Publisher publisher,
        Rules rules,
        Timing timing,
        Faults faults,
        Steps<Task> progress,
        Steps<Consult> consults) {}
