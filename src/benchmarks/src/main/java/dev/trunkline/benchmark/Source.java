package dev.trunkline.benchmark;

import java.time.Duration;

/** What makes the frames that a server is to push. */
@FunctionalInterface
interface Source {
    /** Makes so many a second for so long, evenly over the sessions, each with its {@link Mark}; returns at once. */
    void begin(int perSecond, Duration lasting);
}
