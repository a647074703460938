package dev.trunkline.desk;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Credential;

/**
 * An agent's sign-in on one platform.
 *
 * @param channel the channel name he used: it decides the form of what he is told
 * @param attached true if he was signed in there before us; such a session is never ended by us
 * @param from where the credential comes from, which decides whether a restart can take it up again
 */
public record SignIn(AgentSession session, String channel, boolean attached, CredentialSource from) {
    /** Where a platform credential comes from (contract 6.1a). */
    public enum CredentialSource {
        /** The secrets directory: there after a restart. */
        CONFIGURED,
        /** Given with Login: gone after a restart, unless it could be kept encrypted. */
        GIVEN,
        /** The platform put it in the place of one of those: it is kept encrypted where that can be, else the first one is tried again. */
        RENEWED
    }

    SignIn renewed(Credential credential) {
        return new SignIn(session.with(credential), channel, attached, CredentialSource.RENEWED);
    }

    SignIn attached(boolean was) {
        return new SignIn(session, channel, was, from);
    }
}
