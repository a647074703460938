package dev.trunkline.vendor.five9;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.five9.Five9Settings.Mode;
import dev.trunkline.vendor.five9.wire.Notice;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The way of an agent's session to the state in which he works (sheet 2.3), one step for each state. What is a desktop's matter is left to it
 * in {@link Mode#ATTACH}; a state that is not known is never guessed at.
 */
final class Five9SignOn {
    private static final Logger LOG = Logger.getLogger(Five9SignOn.class.getName());
    private static final int MOST_STEPS = 6;

    private final Five9Client client;
    private final AgentSession agent;
    /** Whether a session may be begun. */
    private boolean starts;

    private final boolean force;

    private Five9SignOn(Five9Client client, AgentSession agent, boolean starts, boolean force) {
        this.client = client;
        this.agent = agent;
        this.starts = starts && own(client);
        this.force = force;
    }

    private static boolean own(Five9Client client) {
        return client.settings().mode() == Mode.OWN;
    }

    /**
     * As far as it goes by itself.
     *
     * @param resumes whether the platform has ended a session of ours, which is begun again
     * @return where it stands then
     */
    static String goOn(Five9Client client, AgentSession agent, boolean resumes) {
        return new Five9SignOn(client, agent, resumes, false).steps();
    }

    /** Begins a session of ours. @param force another one may be taken over: the agent said so */
    static void begin(Five9Client client, AgentSession agent, boolean force) {
        String state = new Five9SignOn(client, agent, true, force).steps();
        if (!state.equals(Five9Agent.WORKING)) {
            throw new VendorException(Code.INVALID_STATE, "AGENT_SESSION_STATE: Five9 says " + state);
        }
    }

    private String steps() {
        String state = client.logInState(agent);
        for (int i = 0; i < MOST_STEPS && step(state); i++) {
            state = client.logInState(agent);
        }
        return state;
    }

    /** @return whether something was done */
    private boolean step(String state) {
        return switch (state) {
            case Five9Agent.WORKING -> false;
            case "ACCEPT_NOTICE" -> client.settings().acceptNotices() && acceptNotices();
            case "RELOGIN" -> own(client) && restarted();
            case Five9Agent.SELECT_STATION -> starts && started();
            case "SELECT_SKILLS" -> own(client) && skilled();
            default -> {
                LOG.log(Level.WARNING, "five9 {0}: login state {1} is not known", new Object[] {agent.key(), state});
                yield false;
            }
        };
    }

    /** Legal text: that we accept it for the agent is the organisation's choice, and is on record (sheet 10). */
    private boolean acceptNotices() {
        for (Notice notice : client.notices(agent)) {
            if (!notice.accepted()) {
                client.acceptNotice(agent, notice.id());
                LOG.log(Level.INFO, "five9 {0}: maintenance notice {1} accepted: {2}", new Object[] {
                    agent.key(), notice.id(), notice.annotation()
                });
            }
        }
        return true;
    }

    /** After a migration; what follows belongs to that session, too. */
    private boolean restarted() {
        client.restartSession(agent);
        starts = true;
        return true;
    }

    private boolean started() {
        Five9Settings settings = client.settings();
        String id = agent.device().isEmpty() ? agent.extension() : agent.device();
        String body = Five9Body.station(id, settings.stationType());
        try {
            client.startSession(agent, body, false);
        } catch (VendorException refused) {
            if (!Five9ErrorMapper.duplicate(refused)) {
                throw refused;
            }
            if (force) {
                client.startSession(agent, body, true);
            } else if (!client.logInState(agent).equals(Five9Agent.WORKING)) {
                throw new VendorException(Code.INVALID_STATE, "AGENT_ALREADY_LOGGED_IN: Five9 has another session");
            }
        }
        return true;
    }

    private boolean skilled() {
        client.activateSkills(agent);
        return true;
    }
}
