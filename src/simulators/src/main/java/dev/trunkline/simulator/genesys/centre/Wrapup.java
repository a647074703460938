package dev.trunkline.simulator.genesys.centre;

import java.time.Instant;

/** What an agent, or the platform for him, said of a call. @param provisional it may still be replaced */
record Wrapup(String code, String notes, boolean provisional, Instant at) {}
