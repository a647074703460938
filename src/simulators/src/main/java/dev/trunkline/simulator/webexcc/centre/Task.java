package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.BurstMark;
import dev.trunkline.simulator.FarEnd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One contact: its task id is its interaction id (sheet 5.2). On the lane. */
final class Task {
    private final String id;
    private final Call call;
    private final Instant placedAt = Instant.now();
    private final Map<String, Participant> participants = new LinkedHashMap<>();
    private final Map<String, String> data = new LinkedHashMap<>();
    private final Map<String, String> details = new LinkedHashMap<>();
    private final Media main;
    private final BurstMark burst = new BurstMark();
    private Agent owner;
    private Phase phase;
    private String state = "new";
    private FarEnd farEnd;
    private Consult consult;
    private Recording recording = Recording.NONE;
    private boolean disorderly;
    private boolean silent;
    private boolean queued;
    private boolean terminated;
    private String reservation;

    /** Whether it is recorded. */
    enum Recording {
        NONE,
        ON,
        PAUSED
    }

    /**
     * What does not change of it.
     *
     * @param direction {@code OUTBOUND} or {@code INBOUND}
     * @param number the customer's
     * @param ani which the customer sees
     * @param placer for the books; nobody if no agent wanted it
     */
    record Call(String direction, String outboundType, String number, String ani, String entryPointId, Agent placer) {
        boolean outbound() {
            return direction.equals("OUTBOUND");
        }
    }

    Task(String id, Call call, Agent owner, Phase phase, FarEnd farEnd) {
        this.id = id;
        this.call = call;
        this.owner = owner;
        this.phase = phase;
        this.farEnd = farEnd;
        disorderly = farEnd == FarEnd.DISORDERLY_EVENTS;
        main = new Media(id, "mainCall");
        add(Participant.customer(call.number()));
        if (owner != null) {
            add(Participant.of(owner));
        }
    }

    String id() {
        return id;
    }

    Call call() {
        return call;
    }

    Instant placedAt() {
        return placedAt;
    }

    /** Who has it; nobody while it waits in a queue. */
    Optional<Agent> owner() {
        return Optional.ofNullable(owner);
    }

    /** Who has it, of one that is with somebody. */
    Agent agent() {
        return owner().orElseThrow();
    }

    void own(Agent agent) {
        owner = agent;
    }

    // ---- parties

    void add(Participant participant) {
        participants.put(participant.id(), participant);
        main.add(participant.id());
    }

    /** Beside the main call. */
    void addBeside(Participant participant) {
        participants.put(participant.id(), participant);
    }

    void remove(Participant participant) {
        participants.remove(participant.id());
        main.remove(participant.id());
    }

    Optional<Participant> participant(String participantId) {
        return Optional.ofNullable(participants.get(participantId));
    }

    Participant of(Agent agent) {
        return participants.get(agent.id());
    }

    Participant customer() {
        return participants.get(call.number());
    }

    List<Participant> participants() {
        return new ArrayList<>(participants.values());
    }

    /** Who have it on their desks, but for those who only wrap it up. */
    List<Agent> agents() {
        return desks().stream().filter(agent -> !of(agent).wrapUp()).toList();
    }

    /** Who have it on their desks, wrap-ups too. */
    List<Agent> desks() {
        return participants().stream()
                .flatMap(one -> one.agent().stream())
                .filter(agent -> agent.task(id).isPresent())
                .toList();
    }

    /** How many agents and consulted parties talk in the main call beside the customer. */
    long insiders() {
        return participants().stream()
                .filter(one -> !one.type().equals("Customer") && one.joined())
                .count();
    }

    /** Who owe a wrap-up. */
    List<String> pendingWrapUp() {
        return desks().stream()
                .filter(agent -> of(agent).wrapUp())
                .map(Agent::id)
                .toList();
    }

    /** Whether the customer ever was. */
    boolean answered() {
        return customer().hasJoined();
    }

    // ---- what becomes of it

    Phase phase() {
        return phase;
    }

    boolean live() {
        return phase.live();
    }

    void become(Phase next) {
        phase = next;
        if (!next.live()) {
            terminated = next == Phase.ENDED;
            recording = Recording.NONE;
        }
    }

    boolean terminated() {
        return terminated;
    }

    /** As the platform words it for this agent. */
    String state(Agent viewer) {
        Participant he = of(viewer);
        return he != null && he.wrapsUp() ? "wrapUp" : state;
    }

    void state(String word) {
        state = word;
    }

    /** The offered contact that it comes from (sheet 4.1). */
    Optional<String> reservation() {
        return Optional.ofNullable(reservation);
    }

    void comesFrom(String interactionId) {
        reservation = interactionId;
    }

    FarEnd farEnd() {
        return farEnd;
    }

    void meets(FarEnd other) {
        farEnd = other;
    }

    Media main() {
        return main;
    }

    Optional<Consult> consult() {
        return Optional.ofNullable(consult);
    }

    /** @param other null if there is none any more */
    void consult(Consult other) {
        consult = other;
    }

    Recording recording() {
        return recording;
    }

    void recording(Recording now) {
        recording = now;
    }

    /** Call-associated data by name. */
    Map<String, String> data() {
        return data;
    }

    /** What {@code callProcessingDetails} has more than usual, such as the campaign. */
    Map<String, String> details() {
        return details;
    }

    BurstMark burst() {
        return burst;
    }

    /** Whether its events come twice and not in order. */
    boolean disorderly() {
        return disorderly;
    }

    /** Whether it waits in a queue with its customer, nobody's. */
    boolean queued() {
        return queued;
    }

    void queue(boolean waits) {
        queued = waits;
    }

    /** Whether nobody is told of it. */
    boolean silent() {
        return silent;
    }

    void silence(boolean on) {
        silent = on;
    }
}
