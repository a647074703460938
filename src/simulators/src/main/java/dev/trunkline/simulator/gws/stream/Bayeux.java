package dev.trunkline.simulator.gws.stream;

import java.util.Map;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.bayeux.server.ServerChannel;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.DefaultSecurityPolicy;
import org.cometd.server.ext.AcknowledgedMessagesExtension;

/** The real CometD server, set up as the platform's: long polling, no WebSocket, nobody but the platform publishes (sheet 5.1). */
final class Bayeux extends BayeuxServerImpl {
    /** Of a request and of a session: who is signed in. */
    static final String AGENT = "gws.agent";

    private final StreamSettings settings;

    Bayeux(StreamSettings settings) {
        this.settings = settings;
        setOption("transports", "org.cometd.server.http.JSONHttpTransport,org.cometd.server.http.JSONPHttpTransport");
        setOption("timeout", settings.pollTimeout().toMillis());
        setOption("maxInterval", settings.maxInterval().toMillis());
        setSecurityPolicy(new Policy());
        if (settings.ack()) {
            addExtension(new AcknowledgedMessagesExtension());
        }
    }

    @Override
    protected void unknownSession(ServerMessage.Mutable reply) {
        error(reply, settings.unknownClient().error());
        if (Channel.META_CONNECT.equals(reply.getChannel()) || Channel.META_HANDSHAKE.equals(reply.getChannel())) {
            Map<String, Object> advice = reply.getAdvice(true);
            advice.put(Message.RECONNECT_FIELD, Message.RECONNECT_HANDSHAKE_VALUE);
            advice.put(Message.INTERVAL_FIELD, 0L);
        }
    }

    /** Who shakes hands must be signed in, and only listens. */
    private static final class Policy extends DefaultSecurityPolicy {
        @Override
        public boolean canHandshake(BayeuxServer server, ServerSession session, ServerMessage message) {
            if (session.isLocalSession()) {
                return true;
            }
            Object agent = message.getBayeuxContext().getRequestAttribute(AGENT);
            session.setAttribute(AGENT, agent);
            return agent != null;
        }

        @Override
        public boolean canPublish(
                BayeuxServer server, ServerSession session, ServerChannel channel, ServerMessage message) {
            return session != null && session.isLocalSession();
        }
    }
}
