package dev.trunkline.vendor.gws;

import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.vendor.gws.GwsCometd.Shared;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.client.ClientSessionChannel;
import org.cometd.client.BayeuxClient;
import org.cometd.client.ext.AckExtension;
import org.cometd.client.http.jetty.JettyHttpClientTransport;
import org.cometd.client.transport.ClientTransport;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;

/**
 * One agent's CometD session (sheet 5): the library polls, waits and polls again, and shakes hands again by itself where the server has
 * forgotten it; what it does not do is subscribe again, and say that something may have been missed.
 */
public final class GwsListening {
    static final String CALLS = "/v2/me/calls";
    static final String DEVICES = "/v2/me/devices";
    static final String SERVICES = "/notifications/services";

    /** One level below the agent, where the names are refused (sheet 5.3). */
    private static final String ALL_OF_MINE = "/v2/me/*";

    private static final String UNKNOWN_SESSION = "402";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final BayeuxClient client;
    private final GwsSession session;
    private final Ears ears;
    /** Whether the last poll failed. Only the library's threads use it, one after the other. */
    private volatile boolean broken;

    /**
     * Called on the library's threads: they must hand over and return.
     *
     * @param heard channel and data of a message
     * @param stands all is subscribed, or polls come through again; what happened before may have been missed
     * @param broken polls do not come through; they are tried again
     * @param lost nothing more comes of it
     */
    record Ears(
            BiConsumer<String, String> heard,
            Runnable stands,
            Consumer<VendorException> broken,
            Consumer<VendorException> lost) {}

    private GwsListening(BayeuxClient client, GwsSession session, Ears ears) {
        this.client = client;
        this.session = session;
        this.ears = ears;
    }

    static GwsListening begin(GwsCometd cometd, String url, GwsSession session, Ears ears) {
        Shared shared = cometd.shared();
        session.newBrowser();
        Map<String, Object> options = new HashMap<>(); // it is written to
        options.put(ClientTransport.JSON_CONTEXT_OPTION, shared.json());
        options.put(
                ClientTransport.MAX_NETWORK_DELAY_OPTION,
                shared.settings().networkDelay().toMillis());
        BayeuxClient client = new BayeuxClient(url, shared.clock(), new Polls(options, shared, session));
        client.setOption(
                BayeuxClient.BACKOFF_INCREMENT_OPTION,
                shared.settings().backoffFirst().toMillis());
        client.setOption(
                BayeuxClient.MAX_BACKOFF_OPTION,
                shared.settings().backoffLongest().toMillis());
        if (shared.settings().ack()) {
            client.addExtension(new AckExtension());
        }
        GwsListening listening = new GwsListening(client, session, ears);
        client.getChannel(Channel.META_HANDSHAKE)
                .addListener((ClientSessionChannel.MessageListener) (channel, message) -> listening.shaken(message));
        client.getChannel(Channel.META_CONNECT)
                .addListener((ClientSessionChannel.MessageListener) (channel, message) -> listening.polled(message));
        client.handshake();
        return listening;
    }

    /** Each agent's polls carry what his requests carry. */
    private static final class Polls extends JettyHttpClientTransport {
        private final GwsSession session;

        Polls(Map<String, Object> options, Shared shared, GwsSession session) {
            super(null, options, shared.clock(), shared.http());
            this.session = session;
        }

        @Override
        protected List<HttpCookie> getCookies(URI uri) {
            return List.of();
        }

        /** By {@link #customize}, which knows of which session the request is. */
        @Override
        protected void storeCookies(URI uri, Map<String, List<String>> headers) {}

        @Override
        protected void customize(Request request) {
            int signIn = session.signIns();
            request.onResponseHeader((response, field) -> {
                if (response.getStatus() == HttpStatus.OK_200 && field.getHeader() == HttpHeader.SET_COOKIE) {
                    session.keep(signIn, URI.create(getURL()), List.of(field.getValue()));
                }
                return true;
            });
            request.headers(headers -> {
                headers.put(HttpHeader.COOKIE, session.cookies(URI.create(getURL())));
                session.token().ifPresent(token -> headers.put(token.name(), token.value()));
            });
        }
    }

    // ---- on the library's threads

    private void shaken(Message reply) {
        if (reply.isSuccessful()) {
            broken = false; // it stands when it is subscribed: a poll that comes through earlier brings nothing
            subscribe(
                    List.of(CALLS, DEVICES),
                    () -> subscribe(List.of(ALL_OF_MINE), () -> ears.lost()
                            .accept(new VendorException(Code.FORBIDDEN, "the agent's calls may not be listened to"))));
            client.getChannel(SERVICES).subscribe((channel, message) -> hear(message));
        } else {
            ears.lost().accept(why(reply));
        }
    }

    /** Each time anew: whom the server has forgotten it tells nothing (sheet 1). */
    private void subscribe(List<String> names, Runnable refused) {
        AtomicInteger open = new AtomicInteger(names.size());
        AtomicReference<Message> failed = new AtomicReference<>();
        client.batch(() ->
                names.forEach(name -> client.getChannel(name).subscribe((channel, message) -> hear(message), reply -> {
                    if (!reply.isSuccessful()) {
                        failed.set(reply);
                    }
                    if (open.decrementAndGet() == 0) {
                        subscribed(Optional.ofNullable(failed.get()), refused);
                    }
                })));
    }

    private void subscribed(Optional<Message> failed, Runnable refused) {
        if (failed.isEmpty()) {
            broken = false;
            ears.stands().run();
        } else if (failed.get().containsKey("failure") || forgotten(failed.get())) {
            ears.lost().accept(why(failed.get()));
        } else {
            refused.run();
        }
    }

    /** That the session is not known any more is no refusal: another one may listen. */
    private static boolean forgotten(Message reply) {
        return String.valueOf(reply.get(Message.ERROR_FIELD)).startsWith(UNKNOWN_SESSION);
    }

    private void hear(Message message) {
        ears.heard().accept(message.getChannel(), String.valueOf(message.getData()));
    }

    private void polled(Message reply) {
        if (reply.isSuccessful()) {
            if (broken) {
                broken = false;
                ears.stands().run();
            }
        } else if (!client.isDisconnected()) {
            failed(reply);
        }
    }

    private void failed(Message reply) {
        int status = status(reply);
        if (advised(reply, Message.RECONNECT_NONE_VALUE) || status == FORBIDDEN || status == UNAUTHORIZED) {
            ears.lost().accept(why(reply));
            return;
        }
        if (advised(reply, Message.RECONNECT_HANDSHAKE_VALUE)) {
            session.newBrowser(); // the server may still count the poll of before
        }
        broken = true;
        ears.broken().accept(why(reply));
    }

    private static boolean advised(Message reply, String word) {
        return reply.getAdvice() != null && word.equals(reply.getAdvice().get(Message.RECONNECT_FIELD));
    }

    private static int status(Message reply) {
        return reply.get("failure") instanceof Map<?, ?> failure && failure.get("httpCode") instanceof Number code
                ? code.intValue()
                : 0;
    }

    private static VendorException why(Message reply) {
        Throwable cause = reply.get("failure") instanceof Map<?, ?> failure
                        && failure.get("exception") instanceof Throwable exception
                ? exception
                : null;
        int status = status(reply);
        String said = String.valueOf(reply.getOrDefault(Message.ERROR_FIELD, ""));
        String what = status > 0
                ? "HTTP " + status
                : cause == null ? said : cause.getClass().getSimpleName();
        return new VendorException(Code.LINK_DOWN, "event stream: " + what, Effect.NONE, Map.of(), cause);
    }

    // ---- its end

    /** Properly: the server forgets it at once. Returns at once, too. */
    public void end() {
        if (!client.isDisconnected()) {
            client.disconnect();
        }
    }

    /** At once. */
    public void cut() {
        client.abort();
    }
}
