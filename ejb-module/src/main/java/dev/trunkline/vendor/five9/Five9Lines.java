package dev.trunkline.vendor.five9;

import dev.trunkline.model.AgentSession;
import dev.trunkline.vendor.five9.Five9Session.Place;
import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Opens agents' event streams (sheet 5.1), each under a key that was never used. */
final class Five9Lines {
    private static final int UNAUTHORIZED = 401;

    private final Five9Http http;
    private final Five9Settings settings;
    /** Another process of ours must not have the same keys. */
    private final String node = UUID.randomUUID().toString().substring(0, 8);

    private final AtomicLong opened = new AtomicLong();

    Five9Lines(Five9Http http, Five9Settings settings) {
        this.http = http;
        this.settings = settings;
    }

    Five9Socket open(AgentSession agent, Five9Socket.Ears ears) {
        Five9Session session = http.session(agent);
        Place place = Five9Http.place(session);
        String key = "gw-" + node + "-" + place.login().userId() + "-" + opened.incrementAndGet();
        URI uri = URI.create(place.centre().toString().replaceFirst("^http", "ws") + "/appsvcs/ws/" + key);
        try {
            return Five9Socket.open(
                    http.http(),
                    uri,
                    http.credentials(session, uri),
                    settings.connectTimeout().plus(settings.readTimeout()),
                    ears);
        } catch (IOException failed) {
            // The next try logs in again, unless the log-in only has not spread yet.
            if (refused(failed) && !session.fresh(settings.spreadTime())) {
                session.end();
            }
            throw Five9ErrorMapper.link(failed);
        }
    }

    private static boolean refused(IOException failed) {
        return failed instanceof WebSocketHandshakeException handshake
                && handshake.getResponse() != null
                && handshake.getResponse().statusCode() == UNAUTHORIZED;
    }
}
