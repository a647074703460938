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

    private final Person person;
    private final Map<String, Dialog> dialogs = new LinkedHashMap<>();
    private AgentState state = AgentState.LOGOUT;
    private AgentState pending;
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
        return Optional.ofNullable(pending);
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

    /** The dialogs that are more than a wrap-up. */
    List<Dialog> talks() {
        return dialogs.values().stream()
                .filter(dialog -> dialog.own().state() != CallState.WRAP_UP)
                .toList();
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
        }
    }

    void afterwards(AgentState next) {
        pending = next;
    }

    Optional<AgentState> takePending() {
        AgentState next = pending;
        pending = null;
        return Optional.ofNullable(next);
    }
}
