package dev.trunkline.desk;

import dev.trunkline.call.CommandRecord;
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
    LoginFlow nowAsked(boolean attached) {
        return new LoginFlow(signIn.attached(attached), command, attach, true);
    }

    LoginFlow attached(boolean attached) {
        return new LoginFlow(signIn.attached(attached), command, attach, asked);
    }
}
