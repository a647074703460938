package dev.trunkline.vendor.five9;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.five9.Five9Session.Place;
import dev.trunkline.vendor.five9.Five9Settings.AuthStyle;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What shows the platform who asks (sheet 2.1, 2.2). Pure. */
final class Five9Credential {
    /** To join the session that the agent may have; the other policy would throw him out of it (sheet 2.1). */
    private static final String JOIN = "AttachExisting";

    /** Body of a log-in. What cannot be said is not asked: it would count as a wrong password, and the account may be locked for it. */
    static String logIn(AgentSession agent, String appKey) {
        String password = agent.credential().reveal();
        sayable("username", agent.username());
        sayable("password", password);
        return Five9Body.login(agent.username(), password, appKey, JOIN);
    }

    private static void sayable(String name, String text) {
        if (text.isEmpty()) {
            throw new VendorException(Code.INVALID_DATA, name + ": Five9 asks for one");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text) || text.chars().anyMatch(Character::isISOControl)) {
            throw new VendorException(Code.INVALID_DATA, name + ": has characters that cannot be sent to Five9");
        }
    }

    /** @param cookies those that go there, or empty */
    static Map<String, String> headers(AuthStyle style, Place place, String cookies) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (style.headers()) {
            headers.put("Authorization", "Bearer-" + place.login().tokenId()); // with a hyphen
        }
        if (!place.login().farmId().isEmpty()) {
            headers.put("farmId", place.login().farmId());
        }
        if (style.cookies() && !cookies.isEmpty()) {
            headers.put("Cookie", cookies);
        }
        if (!style.headers()) {
            headers.put("X-Requested-With", "XMLHttpRequest");
        }
        return headers;
    }

    private Five9Credential() {}
}
