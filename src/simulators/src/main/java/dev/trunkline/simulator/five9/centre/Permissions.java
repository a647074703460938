package dev.trunkline.simulator.five9.centre;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What an agent may do (sheet 2.6). On the lane. */
public final class Permissions {
    static final String RUN = "CAN_RUN_WEB_AGENT";
    static final String CALL_OUTSIDE = "CAN_MAKE_CALLS_TO_EXTERNAL";
    static final String CALL_AGENT = "CAN_MAKE_CALLS_TO_AGENT";
    static final String CALL_SPEED_DIAL = "CAN_MAKE_CALLS_TO_SPEED_DIAL";
    static final String DIAL_DNC = "CAN_DIAL_DNC";
    static final String HOLD = "CAN_PLACE_CALL_ON_HOLD";
    static final String WRAP_UP = "CAN_WRAPUP_CALL";
    static final String REJECT = "CAN_REJECT_CALLS";
    static final String TRANSFER_OUTSIDE = "CAN_TRANSFER_TO_EXTERNAL";
    static final String TRANSFER_AGENT = "CAN_TRANSFER_TO_AGENT";
    static final String TRANSFER_SPEED_DIAL = "CAN_TRANSFER_TO_SPEED_DIAL";
    static final String CONFERENCE_OUTSIDE = "CAN_CREATE_CONFERENCE_WITH_EXTERNAL";
    static final String CONFERENCE_AGENT = "CAN_CREATE_CONFERENCE_WITH_AGENT";
    static final String DATA = "CAN_CHANGE_DATA_FIELDS";
    private static final List<String> ALL = List.of(
            RUN,
            CALL_OUTSIDE,
            CALL_AGENT,
            CALL_SPEED_DIAL,
            DIAL_DNC,
            HOLD,
            WRAP_UP,
            REJECT,
            TRANSFER_OUTSIDE,
            TRANSFER_AGENT,
            TRANSFER_SPEED_DIAL,
            CONFERENCE_OUTSIDE,
            CONFERENCE_AGENT,
            DATA);

    private final Set<String> lacking;

    Permissions(Set<String> lacking) {
        this.lacking = new TreeSet<>(lacking);
    }

    public List<String> all() {
        return ALL.stream().filter(name -> !lacking.contains(name)).toList();
    }

    void need(String name) {
        if (lacking.contains(name)) {
            throw VccException.permission(name);
        }
    }

    void take(String name) {
        lacking.add(name);
    }

    void give(String name) {
        lacking.remove(name);
    }

    void restore(Set<String> usual) {
        lacking.clear();
        lacking.addAll(usual);
    }
}
