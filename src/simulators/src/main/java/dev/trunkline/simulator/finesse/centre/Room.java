package dev.trunkline.simulator.finesse.centre;

/** What those who work on calls share. */
record Room(
        Calls calls,
        Directory directory,
        AgentDesk desk,
        Publisher publisher,
        Notifier notifier,
        Rules rules,
        Timing timing) {}
