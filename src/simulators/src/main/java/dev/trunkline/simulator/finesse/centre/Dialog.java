package dev.trunkline.simulator.finesse.centre;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One call in an agent's hands (sheet 5.3). The agent's own participant is the first. Lives on the lane. */
public final class Dialog {
    private static final int PLAIN_VARIABLES = 10;

    private final String id;
    private final Agent agent;
    private final String fromAddress;
    private final String toAddress;
    private final Instant placedAt = Instant.now();
    private final List<Participant> participants = new ArrayList<>();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private CallState state = CallState.INITIATING;
    private String callType;
    private String wrapUpReason = "";
    private boolean answered;
    private boolean disorderly;

    Dialog(String id, Agent agent, String toAddress, String callType) {
        this.id = id;
        this.agent = agent;
        this.fromAddress = agent.extension();
        this.toAddress = toAddress;
        this.callType = callType;
        participants.add(new Participant(fromAddress, true, CallState.INITIATING));
        for (int i = 1; i <= PLAIN_VARIABLES; i++) {
            variables.put("callVariable" + i, "");
        }
    }

    public String id() {
        return id;
    }

    public Agent agent() {
        return agent;
    }

    public String fromAddress() {
        return fromAddress;
    }

    public String toAddress() {
        return toAddress;
    }

    public Instant placedAt() {
        return placedAt;
    }

    public List<Participant> participants() {
        return participants;
    }

    public Map<String, String> variables() {
        return variables;
    }

    public CallState state() {
        return state;
    }

    public String callType() {
        return callType;
    }

    public String wrapUpReason() {
        return wrapUpReason;
    }

    public String uri() {
        return "/finesse/api/Dialog/" + id;
    }

    /** The agent's participant. */
    public Participant own() {
        return participants.get(0);
    }

    public List<Participant> others() {
        return participants.subList(1, participants.size());
    }

    /** Whether anybody ever answered. */
    public boolean answered() {
        return answered;
    }

    /** Whether its events come twice and out of order. */
    public boolean disorderly() {
        return disorderly;
    }

    void disturb() {
        disorderly = true;
    }

    void become(CallState next) {
        state = next;
        answered |= next == CallState.ACTIVE;
    }

    void join(Participant other) {
        participants.add(other);
    }

    void callType(String type) {
        callType = type;
    }

    void wrapUpReason(String reason) {
        wrapUpReason = reason;
    }

    /** Nobody but the agent is left. */
    void leaveAlone() {
        others().clear();
    }
}
