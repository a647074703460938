package dev.trunkline.vendor.webexcc;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.stream.TextSocket;
import dev.trunkline.vendor.webexcc.wire.AuxCode;
import dev.trunkline.vendor.webexcc.wire.Profile;
import dev.trunkline.vendor.webexcc.wire.User;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The way to a connection that tells (sheet 2.3): subscription, socket, greeting, and once who the agent is. Blocks. */
record WebexccSignOn(WebexccClient client, AgentSession agent, WebexccSeat seat) {
    private static final Logger LOG = Logger.getLogger(WebexccSignOn.class.getName());

    /** @return id of the agent */
    String connect(WebexccLine line, Object mine, TextSocket.Ears ears) {
        String id = line.open(mine, agent, ears);
        learn(id);
        return id;
    }

    /** Again, where it could not be read before. */
    void learn(String id) {
        if (seat.user().equals(User.UNKNOWN) && !id.isEmpty()) {
            User user = tried(() -> client.user(agent, id), User.UNKNOWN);
            Profile profile = tried(() -> client.directory().profile(agent, user.profileId()), Profile.UNKNOWN);
            List<AuxCode> codes = tried(() -> client.directory().auxCodes(agent), List.of());
            seat.learn(user, profile, codes);
        }
    }

    /** Whoever may not read what is configured can be heard all the same. */
    private <T> T tried(Supplier<T> read, T otherwise) {
        try {
            return read.get();
        } catch (VendorException refused) {
            if (refused.code() == Code.AUTH_EXPIRED) {
                throw refused;
            }
            LOG.log(Level.INFO, "webexcc {0}: what is configured could not be read: {1}", new Object[] {
                agent.key(), refused.getMessage()
            });
            return otherwise;
        }
    }
}
