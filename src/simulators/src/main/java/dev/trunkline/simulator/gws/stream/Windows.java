package dev.trunkline.simulator.gws.stream;

import dev.trunkline.simulator.Counters;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;

/** Counts polls that the server took for those of a second window of one browser: who is told so hears everything late (sheet 5.2). */
record Windows(Counters counters) implements BayeuxServer.Extension {
    @Override
    public boolean sendMeta(ServerSession to, ServerMessage.Mutable message) {
        if (message.getAdvice() != null && message.getAdvice().containsKey("multiple-clients")) {
            counters.count("polls of a second window");
        }
        return true;
    }
}
