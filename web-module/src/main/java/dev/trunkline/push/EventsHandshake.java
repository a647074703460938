package dev.trunkline.push;

import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;

/** Hands what was asked for on to the session. Everything that can be refused was refused before, by {@link HandshakeFilter}. */
public class EventsHandshake extends ServerEndpointConfig.Configurator {
    static final String OPENING = "trunkline.opening";
    static final String UNKNOWN_SUBPROTOCOL = "trunkline.unknownSubprotocol";

    /** The client's first choice, not ours. */
    @Override
    public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
        return requested.stream().filter(supported::contains).findFirst().orElse("");
    }

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        config.getUserProperties().put(OPENING, request.getUserPrincipal());
        config.getUserProperties().put(UNKNOWN_SUBPROTOCOL, unknownOnly(request, response));
    }

    private static boolean unknownOnly(HandshakeRequest request, HandshakeResponse response) {
        List<String> chosen = response.getHeaders().get(HandshakeRequest.SEC_WEBSOCKET_PROTOCOL);
        return request.getHeaders().containsKey(HandshakeRequest.SEC_WEBSOCKET_PROTOCOL)
                && (chosen == null || chosen.isEmpty() || chosen.get(0).isEmpty());
    }
}
