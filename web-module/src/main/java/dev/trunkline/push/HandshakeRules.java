package dev.trunkline.push;

import dev.trunkline.model.Code;
import dev.trunkline.model.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a handshake must look like (RFC 6455, 4.2.1): Tyrus refuses some of it in another form, takes some, and fails at some. */
final class HandshakeRules {
    static final String VERSION_HEADER = "Sec-WebSocket-Version";
    static final String VERSION = "13";
    private static final String KEY_HEADER = "Sec-WebSocket-Key";
    /** Sixteen bytes in Base64. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{21}[AQgw]==");

    private HandshakeRules() {}

    static void check(HttpServletRequest request) {
        if (!request.getServletPath().equals("/events") || request.getPathInfo() != null) {
            throw new RefusedException(Code.NOT_FOUND, "there is nothing below /events");
        }
        List<String> keys = values(request, KEY_HEADER);
        if (!request.getMethod().equals("GET")
                || !"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
                || words(request, "Connection").noneMatch("upgrade"::equalsIgnoreCase)
                || !values(request, VERSION_HEADER).equals(List.of(VERSION))
                || keys.size() != 1
                || !KEY.matcher(keys.get(0)).matches()) {
            throw new RefusedException(Code.INVALID_REQUEST, "this address speaks WebSocket, version " + VERSION);
        }
    }

    private static List<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }

    private static Stream<String> words(HttpServletRequest request, String header) {
        return values(request, header).stream()
                .flatMap(Pattern.compile(",")::splitAsStream)
                .map(String::trim);
    }
}
