package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One agent: who, where, in which state, with which dialogs (sheet 2.4). Lives on the lane. */
public final class Agent {
    static final int NO_REASON = -1;

    /** A state that the agent is to be in later, and why. */
    record Wish(AgentState state, int reason) {}

    private final Person person;
    private final Map<String, Dialog> dialogs = new LinkedHashMap<>();
    private AgentState state = AgentState.LOGOUT;
    private AgentState home = AgentState.NOT_READY;
    private Wish pending;
    private Wish plan;
    private String extension = "";
    private int reason = NO_REASON;
    private Instant changed = Instant.now();

    Agent(Person person) {
        this.person = person;
    }

    public String id() {
        return person.userName();
    }

    public Person person() {
        return person;
    }

    public AgentState state() {
        return state;
    }

    public Optional<AgentState> pending() {
        return Optional.ofNullable(pending).map(Wish::state);
    }

    /** Of the phone that the agent signed in with; empty when signed out. */
    public String extension() {
        return extension;
    }

    public int reason() {
        return reason;
    }

    public Instant changed() {
        return changed;
    }

    public boolean signedIn() {
        return state != AgentState.LOGOUT;
    }

    public List<Dialog> dialogs() {
        return new ArrayList<>(dialogs.values());
    }

    /** The dialogs that are more than a wrap-up, or a reservation that has done its part. */
    List<Dialog> talks() {
        return dialogs.values().stream()
                .filter(dialog -> dialog.own().state() != CallState.WRAP_UP)
                .filter(dialog -> dialog.own().state() != CallState.ACCEPTED)
                .toList();
    }

    /** Whether a change of state has to wait, and the phone is taken. */
    boolean engaged() {
        return !talks().isEmpty() || state == AgentState.RESERVED_OUTBOUND_PREVIEW;
    }

    void add(Dialog dialog) {
        dialogs.put(dialog.id(), dialog);
    }

    void remove(Dialog dialog) {
        dialogs.remove(dialog.id());
    }

    void signIn(String atExtension) {
        extension = atExtension;
        become(AgentState.NOT_READY, NO_REASON);
    }

    void become(AgentState next, int because) {
        state = next;
        reason = because;
        changed = Instant.now();
        if (next == AgentState.LOGOUT) {
            extension = "";
            pending = null;
        } else if (!next.onACall() && !next.wrappingUp()) {
            home = next;
        }
    }

    /** To be done when the call is over. */
    void afterwards(Wish wish) {
        pending = wish;
    }

    /** What is to come after the last call: the agent's own wish, or back to where he was. */
    Wish takePending() {
        Wish next = pending == null ? new Wish(home, NO_REASON) : pending;
        pending = null;
        return next;
    }

    /** What is to come after the wrap-up. */
    Wish plan() {
        return plan;
    }

    void plan(Wish wish) {
        plan = wish;
        home = wish.state() == AgentState.READY ? AgentState.READY : AgentState.NOT_READY;
    }
}
