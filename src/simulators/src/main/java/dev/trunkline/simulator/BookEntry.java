package dev.trunkline.simulator;

import java.time.Instant;

/**
 * A call that a platform really created; a test counts these to prove that nothing was dialled twice. It has ended when no agent of the
 * platform has it any more, state {@code TRANSFERRED} if its parties talk on outside.
 *
 * @param changes how many changes a {@code change-burst} made of it
 */
public record BookEntry(
        String platform,
        String callId,
        String agent,
        String number,
        Instant placedAt,
        String state,
        boolean ended,
        long changes) {}
