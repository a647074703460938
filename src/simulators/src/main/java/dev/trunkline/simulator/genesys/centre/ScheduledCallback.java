package dev.trunkline.simulator.genesys.centre;

import dev.trunkline.simulator.CallbackEntry;
import java.time.Instant;

/** A callback that was asked for; it is kept and never dialled by itself. On the lane. */
final class ScheduledCallback {
    private final String id = Ids.next();
    private final String callId;
    private final String agent;
    private final String customer;
    private final boolean agentOwned;
    private String time;
    private String number;
    private boolean cancelled;
    private int changes = 1;

    ScheduledCallback(String callId, String agent, boolean agentOwned, String number, String time) {
        this.callId = callId;
        this.agent = agent;
        this.agentOwned = agentOwned;
        this.customer = number;
        this.number = number;
        this.time = time;
    }

    String id() {
        return id;
    }

    boolean agentOwned() {
        return agentOwned;
    }

    boolean open() {
        return !cancelled;
    }

    boolean triggered() {
        return !time.isEmpty() && !Instant.parse(time).isAfter(Instant.now());
    }

    String callId() {
        return callId;
    }

    void move(String to, String newNumber) {
        time = to;
        number = newNumber.isEmpty() ? number : newNumber;
        changes++;
    }

    void cancel() {
        cancelled = true;
        changes++;
    }

    CallbackEntry entry() {
        return new CallbackEntry(
                "genesys",
                id,
                "",
                callId,
                agent,
                customer,
                time,
                number,
                time.isEmpty() ? null : Instant.parse(time),
                cancelled ? "CANCELLED" : "SCHEDULED",
                changes);
    }
}
