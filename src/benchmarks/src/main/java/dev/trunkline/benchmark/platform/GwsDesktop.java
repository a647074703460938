package dev.trunkline.benchmark.platform;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cometd.bayeux.Message;
import org.cometd.client.BayeuxClient;

/**
 * What Genesys Web Services wants of an application: a CometD session that polls for calls and devices, then a session on voice, Ready, and
 * the id of his device.
 */
final class GwsDesktop implements Desktop {
    private static final long LONGEST_MILLIS = 30_000;
    private static final long LONGEST_GOODBYE = 1_000;

    /** The library makes maps of what comes. */
    private static final String NOT_READY = "state=NotReady";

    private static final String READY = "state=Ready";

    private final GwsLogin login;
    private final BayeuxClient stream;
    private final String device;

    private GwsDesktop(GwsLogin login, BayeuxClient stream, String device) {
        this.login = login;
        this.stream = stream;
        this.device = device;
    }

    /** Listens first: nothing is missed then. */
    static Desktop open(GwsLogin login, BayeuxClient stream, Told told) {
        listen(stream, told);
        login.must("me", "StartContactCenterSession", ",\"channels\":[\"voice\"]");
        told.first(NOT_READY);
        login.must("me/channels/voice", "Ready", "");
        told.first(READY);
        return new GwsDesktop(
                login,
                stream,
                login.read("me/devices?fields=*").at("/devices/0/id").asText());
    }

    private static void listen(BayeuxClient stream, Told told) {
        stream.handshake(reply -> {});
        if (!stream.waitFor(LONGEST_MILLIS, BayeuxClient.State.CONNECTED)) {
            throw new IllegalStateException("CometD took no session");
        }
        subscribe(stream, "/v2/me/calls", told);
        subscribe(stream, "/v2/me/devices", told);
    }

    private static void subscribe(BayeuxClient stream, String channel, Told told) {
        CompletableFuture<Message> reply = new CompletableFuture<>();
        stream.getChannel(channel)
                .subscribe((from, message) -> told.now(String.valueOf(message.getData())), reply::complete);
        if (!reply.orTimeout(LONGEST_MILLIS, TimeUnit.MILLISECONDS).join().isSuccessful()) {
            throw new IllegalStateException("refused to listen to " + channel + ": " + reply.join());
        }
    }

    @Override
    public HttpResponse<String> dial(String number) {
        return login.post(
                "me/devices/" + device + "/calls",
                "{\"operationName\":\"Dial\",\"destination\":{\"phoneNumber\":\"" + number + "\"}}");
    }

    @Override
    public boolean took(HttpResponse<String> answer) {
        return GwsLogin.took(answer);
    }

    /** The answer names no call. */
    @Override
    public String sign(String number, HttpResponse<String> answer) {
        return number;
    }

    @Override
    public void close() {
        stream.disconnect(LONGEST_GOODBYE);
    }
}
