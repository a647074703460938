package dev.trunkline.vendor.gws;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.gws.wire.User;

/** The way to a connection: an HTTP session first, because the event stream is let in by its cookies (sheet 5.1). */
final class GwsSignOn {
    private static final String VOICE = "api-voice";

    /** Blocks until the session stands; that it is subscribed is told by the ears. */
    static GwsListening connect(GwsClient client, AgentSession agent, GwsListening.Ears ears) {
        mayCall(client.me(agent));
        return client.listen(agent, ears);
    }

    /** Without it the platform would refuse each call by itself (sheet 1). */
    private static void mayCall(User user) {
        if (user.features().filter(features -> !features.contains(VOICE)).isPresent()) {
            throw new VendorException(Code.FORBIDDEN, "the agent does not have the feature " + VOICE);
        }
    }

    private GwsSignOn() {}
}
