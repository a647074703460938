package dev.trunkline.desk;

import dev.trunkline.call.CommandRecord;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Credential;
import java.util.Optional;

/**
 * A sign-in that is under way: the connection is built first, because without it the outcome could not be seen; then the
 * platform's word on the agent decides whether he must be signed in at all.
 *
 * @param command the Login; empty when a restart takes a stored sign-in up again
 * @param attach join the session that the agent may already have there
 * @param asked whether the platform was asked to sign him in
 */
record LoginFlow(SignIn signIn, Optional<CommandRecord> command, boolean attach, boolean asked) {
    /** Of a sign-in that stood: nobody waits for it. */
    static LoginFlow takingUp(SignIn stored) {
        return new LoginFlow(stored, Optional.empty(), true, false);
    }

    LoginFlow notAsked() {
        return new LoginFlow(signIn, command, attach, false);
    }

    LoginFlow nowAsked(boolean attached) {
        return new LoginFlow(signIn.attached(attached), command, attach, true);
    }

    /** The same with the phone that the agent turned out to be signed in with. */
    LoginFlow with(String extension) {
        AgentSession known = signIn.session();
        AgentSession complete = new AgentSession(
                known.key(), known.vendor(), known.username(), extension, known.device(), known.credential());
        return new LoginFlow(
                new SignIn(complete, signIn.channel(), signIn.attached(), signIn.from()), command, attach, asked);
    }

    LoginFlow renewed(Credential credential) {
        return new LoginFlow(signIn.renewed(credential), command, attach, asked);
    }

    LoginFlow attached(boolean attached) {
        return new LoginFlow(signIn.attached(attached), command, attach, asked);
    }
}
