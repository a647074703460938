package dev.trunkline.vendor.five9;

import dev.trunkline.model.AgentSession;
import dev.trunkline.port.stream.TextSocket;
import dev.trunkline.vendor.five9.Five9Session.Place;
import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Opens agents' event streams (sheet 5.1), each under a key that was never used. */
final class Five9Lines {
    private static final int UNAUTHORIZED = 401;
    private static final String GREETING = "1010";

    private final Five9Http http;
    private final Five9Settings settings;
    /** Another process of ours must not have the same keys. */
    private final String node = UUID.randomUUID().toString().substring(0, 8);

    private final AtomicLong opened = new AtomicLong();

    Five9Lines(Five9Http http, Five9Settings settings) {
        this.http = http;
        this.settings = settings;
    }

    TextSocket open(AgentSession agent, TextSocket.Ears ears) {
        Five9Session session = http.session(agent);
        Place place = Five9Http.place(session);
        String key = "gw-" + node + "-" + place.login().userId() + "-" + opened.incrementAndGet();
        URI uri = URI.create(place.centre().toString().replaceFirst("^http", "ws") + "/appsvcs/ws/" + key);
        try {
            Duration within = settings.connectTimeout().plus(settings.readTimeout());
            return TextSocket.open(
                    http.http(),
                    new TextSocket.Address(uri, http.credentials(session, uri), within, Five9Lines::greets, within),
                    ears);
        } catch (IOException failed) {
            // The next try logs in again, unless the log-in only has not spread yet.
            if (refused(failed) && !session.fresh(settings.spreadTime())) {
                session.end();
            }
            throw Five9ErrorMapper.link(failed);
        }
    }

    /** What happens before might not be told (sheet 5.1). */
    private static boolean greets(String message) {
        try {
            return Five9Json.frame(message).eventId().equals(GREETING);
        } catch (IllegalArgumentException garbage) {
            return false;
        }
    }

    private static boolean refused(IOException failed) {
        return failed instanceof WebSocketHandshakeException handshake
                && handshake.getResponse() != null
                && handshake.getResponse().statusCode() == UNAUTHORIZED;
    }
}
