package dev.trunkline.simulator;

import java.time.Instant;

/** A call that a platform really created; a test counts these to prove that nothing was dialled twice. */
public record BookEntry(
        String platform, String callId, String agent, String number, Instant placedAt, String state, boolean ended) {}
