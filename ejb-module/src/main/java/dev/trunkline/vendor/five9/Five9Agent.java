package dev.trunkline.vendor.five9;

import dev.trunkline.model.AgentSession;
import dev.trunkline.vendor.five9.wire.Presence;
import java.util.List;

/**
 * An agent as he stands.
 *
 * @param logInState the platform's word (sheet 2.3)
 * @param extension of the phone that he works with, or {@code ""}
 */
record Five9Agent(String userId, String userName, String logInState, String extension, Presence presence) {
    static final String WORKING = "WORKING";
    static final String SELECT_STATION = "SELECT_STATION";
    private static final Presence NOT_READY = new Presence(List.of(), "", 0);

    /** Not at work. */
    static Five9Agent out(AgentSession agent, String userId, String logInState) {
        return new Five9Agent(userId, agent.username(), logInState, "", NOT_READY);
    }

    boolean working() {
        return logInState.equals(WORKING);
    }

    /** Neither at work nor out: something is still to be done for it. */
    boolean between() {
        return !working() && !logInState.equals(SELECT_STATION);
    }

    Five9Agent with(Presence now) {
        return new Five9Agent(userId, userName, logInState, extension, now);
    }
}
