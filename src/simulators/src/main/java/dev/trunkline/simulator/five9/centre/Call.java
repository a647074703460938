package dev.trunkline.simulator.five9.centre;

import dev.trunkline.simulator.BurstMark;
import dev.trunkline.simulator.FarEnd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A call as one agent has it: the customer's, one for a consult, or one of a conference's participants (sheet 4). On the lane. */
final class Call {
    private final String id = Ids.call();
    private final Agent agent;
    private final Instant placedAt = Instant.now();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<Call> attached = new ArrayList<>();
    private final BurstMark burst = new BurstMark();
    private final boolean incoming;
    private CallType type;
    private String number;
    private FarEnd farEnd;
    private Call successor;
    private Campaign campaign;
    private CallState state;
    private boolean talked;
    private Call peer;
    private Call parent;
    private boolean conferenced;
    private boolean farLeft;
    private boolean transferred;
    private String transferringUser;
    private Disposition disposition;
    private Disposition planned;
    private Preview preview;
    private String callbackId;
    private boolean recordingAllowed;
    private String recording = "STOPPED";
    private boolean disorderly;
    private String odd = "";

    private Call(Agent agent, CallType type, String number, Campaign campaign, CallState state, boolean incoming) {
        this.agent = agent;
        this.type = type;
        this.number = number;
        this.campaign = campaign;
        this.state = state;
        this.incoming = incoming;
        farEnd = FarEnd.of(number);
    }

    /** One that he makes. @param campaign null for none */
    static Call outgoing(Agent agent, CallType type, String number, Campaign campaign, CallState first) {
        return new Call(agent, type, number, campaign, first, false);
    }

    /** One that comes to him. @param campaign null for none */
    static Call incoming(Agent agent, CallType type, String number, Campaign campaign) {
        return new Call(agent, type, number, campaign, CallState.OFFERED, true);
    }

    String id() {
        return id;
    }

    Agent agent() {
        return agent;
    }

    Instant placedAt() {
        return placedAt;
    }

    CallType type() {
        return type;
    }

    /** Of the other party, as it was dialled. */
    String number() {
        return number;
    }

    Optional<Campaign> campaign() {
        return Optional.ofNullable(campaign);
    }

    /** Another party than before is at the other end now: the one of that call. */
    void takeOver(Call from) {
        type = from.type;
        number = from.number;
        campaign = from.campaign;
        variables.putAll(from.variables);
        transferringUser = from.agent.id();
        peer = null;
    }

    void transferredBy(Agent colleague) {
        transferringUser = colleague.id();
    }

    /** Null unless it came from a colleague. */
    String transferringUser() {
        return transferringUser;
    }

    CallState state() {
        return state;
    }

    void become(CallState next) {
        state = next;
        talked |= next == CallState.TALKING;
    }

    boolean talked() {
        return talked;
    }

    boolean is(CallState... some) {
        return List.of(some).contains(state);
    }

    /** The same conversation as a colleague has it. */
    Optional<Call> peer() {
        return Optional.ofNullable(peer);
    }

    void join(Call other) {
        peer = other;
        other.peer = this;
    }

    void part() {
        if (peer != null) {
            peer.peer = null;
            peer = null;
        }
    }

    /** Of a consult or a participant: the customer's call. */
    Optional<Call> parent() {
        return Optional.ofNullable(parent);
    }

    List<Call> attached() {
        return new ArrayList<>(attached);
    }

    /** The one whom the agent asks before the customer comes to him. */
    Optional<Call> consult() {
        return attached.stream().filter(one -> !one.conferenced).findFirst();
    }

    List<Call> participants() {
        return attached.stream().filter(one -> one.conferenced).toList();
    }

    void attach(Call other) {
        attached.add(other);
        other.parent = this;
    }

    void detach(Call other) {
        attached.remove(other);
    }

    boolean conferenced() {
        return conferenced;
    }

    void confer() {
        conferenced = true;
    }

    /** The customer has gone, while participants are still there. */
    boolean farLeft() {
        return farLeft;
    }

    void farLeaves() {
        farLeft = true;
    }

    /** Its parties talk on without the agent. */
    boolean transferred() {
        return transferred;
    }

    void transfer() {
        transferred = true;
    }

    /** As whose call it goes on. */
    Optional<Call> successor() {
        return Optional.ofNullable(successor);
    }

    void continuesAs(Call other) {
        successor = other;
    }

    Map<String, String> variables() {
        return variables;
    }

    Optional<Disposition> disposition() {
        return Optional.ofNullable(disposition);
    }

    void dispose(Disposition with) {
        disposition = with;
    }

    /** The one that was named when its transfer began. */
    Optional<Disposition> planned() {
        return Optional.ofNullable(planned);
    }

    void plan(Optional<Disposition> later) {
        planned = later.orElse(null);
    }

    Optional<Preview> preview() {
        return Optional.ofNullable(preview);
    }

    void comesFrom(Preview record) {
        preview = record;
    }

    /** Null unless it is one. */
    String callbackId() {
        return callbackId;
    }

    void comesFrom(String callback) {
        callbackId = callback;
    }

    boolean recordingAllowed() {
        return recordingAllowed;
    }

    void allowRecording() {
        recordingAllowed = true;
    }

    String recording() {
        return recording;
    }

    void record(String word) {
        recording = word;
    }

    BurstMark burst() {
        return burst;
    }

    boolean incoming() {
        return incoming;
    }

    FarEnd farEnd() {
        return farEnd;
    }

    /** Whatever its number says: the digits say nothing of a telephone of the house. */
    void meets(FarEnd other) {
        farEnd = other;
    }

    boolean disorderly() {
        return disorderly;
    }

    void disturb() {
        disorderly = true;
    }

    /** Shown in place of its state; empty unless a fault says so. */
    String odd() {
        return odd;
    }

    void showAs(String word) {
        odd = word;
    }
}
