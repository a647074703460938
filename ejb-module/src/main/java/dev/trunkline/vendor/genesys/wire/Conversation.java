package dev.trunkline.vendor.genesys.wire;

import java.util.List;

/**
 * A conversation; it has no state of its own (sheet 1).
 *
 * @param legs participants in the platform's order, ended ones included: they accumulate
 */
public record Conversation(String id, List<Leg> legs) {
    public Conversation {
        legs = List.copyOf(legs);
    }
}
