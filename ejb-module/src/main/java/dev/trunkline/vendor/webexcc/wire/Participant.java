package dev.trunkline.vendor.webexcc.wire;

import java.util.Optional;

/**
 * Somebody on a contact (sheet 5.2).
 *
 * @param kind {@code pType}: {@code Customer}, {@code Agent}, {@code DN}, {@code EP-DN}
 * @param dn phone of an agent
 * @param joined empty where it is not said
 */
public record Participant(
        String id,
        String kind,
        String name,
        String dn,
        boolean offered,
        Optional<Boolean> joined,
        boolean left,
        boolean consulted,
        boolean wrapUp,
        boolean wrappedUp) {}
