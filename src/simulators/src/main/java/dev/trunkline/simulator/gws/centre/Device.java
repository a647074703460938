package dev.trunkline.simulator.gws.centre;

/** The telephone on an agent's desk, and what he is to the switch at it: voice has no state of its own elsewhere (sheet 2.3). On the lane. */
public final class Device {
    private final String id;
    private final String number;
    private boolean active = true;
    private UserState state = UserState.LOGGED_OUT;
    private UserState before = UserState.NOT_READY;
    private boolean owes;

    Device(String id, String number) {
        this.id = id;
        this.number = number;
    }

    public String id() {
        return id;
    }

    public String number() {
        return number;
    }

    /** Whether the switch knows it now. */
    public boolean active() {
        return active;
    }

    void register(boolean on) {
        active = on;
    }

    UserState state() {
        return state;
    }

    /** What he was before he had to work on a call that is over. */
    UserState before() {
        return before;
    }

    void become(UserState next) {
        if (!state.equals(UserState.AFTER_CALL_WORK)) {
            before = state;
        }
        state = next;
    }

    /** Whether there is a call to work on once he has no other. */
    boolean owes() {
        return owes;
    }

    void owe(boolean work) {
        owes = work;
    }

    boolean loggedIn() {
        return !state.equals(UserState.LOGGED_OUT) && !state.equals(UserState.OFFLINE);
    }

    boolean working() {
        return state.equals(UserState.AFTER_CALL_WORK);
    }
}
