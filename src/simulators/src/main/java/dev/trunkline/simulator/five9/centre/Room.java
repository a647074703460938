package dev.trunkline.simulator.five9.centre;

import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.Steps;

/** What all who work on calls share. @param progress of each call that is on its way @param previews of each record that waits */
record Room(
        Lane lane,
        Staff staff,
        Catalogue catalogue,
        Calls calls,
        Publisher publisher,
        Rules rules,
        Timing timing,
        Faults faults,
        Steps<Call> progress,
        Steps<Preview> previews) {}
