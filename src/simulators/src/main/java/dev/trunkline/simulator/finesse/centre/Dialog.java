package dev.trunkline.simulator.finesse.centre;

import java.util.Optional;

/** One agent's hold on a call: his participant in it, his wrap-up, his entry in the list of his dialogs (sheet 5.3). Lives on the lane. */
public final class Dialog {
    private final Call call;
    private final Agent agent;
    private final Participant own;
    private String wrapUpReason = "";
    private Optional<String> lostCallType = Optional.empty();

    Dialog(Call call, Agent agent, CallState state) {
        this.call = call;
        this.agent = agent;
        own = new Participant(agent.extension(), true, state);
    }

    public Call call() {
        return call;
    }

    public String id() {
        return call.id();
    }

    public String uri() {
        return call.uri();
    }

    public Agent agent() {
        return agent;
    }

    /** The agent's participant. */
    public Participant own() {
        return own;
    }

    /** Whether the agent placed the call himself. */
    boolean outgoing() {
        return call.caller() == agent;
    }

    /** Whether it is of a call that a campaign made, or only offers. */
    boolean ofCampaign() {
        return call.leg().isPresent();
    }

    /** Whether it only offers a record; no phone call is behind it. */
    public boolean reservation() {
        return call.reservation();
    }

    /** Of the call, unless it got lost on the way to the other node. */
    public String callType() {
        return lostCallType.orElseGet(call::callType);
    }

    void loseCallType(String remains) {
        lostCallType = Optional.of(remains);
    }

    public String wrapUpReason() {
        return wrapUpReason;
    }

    void wrapUpReason(String reason) {
        wrapUpReason = reason;
    }
}
