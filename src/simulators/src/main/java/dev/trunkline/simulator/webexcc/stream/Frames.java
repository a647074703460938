package dev.trunkline.simulator.webexcc.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.simulator.webexcc.centre.Agent;
import dev.trunkline.simulator.webexcc.centre.Event;
import dev.trunkline.simulator.webexcc.centre.Ids;
import dev.trunkline.simulator.webexcc.stream.StreamSettings.KeepAliveEcho;
import java.util.LinkedHashMap;
import java.util.Map;

/** Events as they stand on the wire (sheet 5.1). Pure. */
final class Frames {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Frames() {}

    static String of(Event event) {
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("type", event.family());
        frame.put("orgId", Ids.ORGANISATION);
        frame.put("trackingId", Ids.tracking("notifs"));
        frame.put("data", event.data());
        try {
            return JSON.writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String welcome(Agent agent, boolean typed) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (typed) {
            data.put("type", "Welcome");
        }
        data.put("eventType", "AgentDesktopMessage");
        data.put("agentId", agent.id());
        return of(Event.of("Welcome", data));
    }

    static String displaced(Agent agent) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("type", "AgentMultiLoginCloseSession");
        data.put("agentId", agent.id());
        data.put("agentSessionId", Ids.next());
        data.put("reason", "Another connection of this user was opened");
        return of(Event.of("AGENT_MULTI_LOGIN", data));
    }

    static String keepAlive(KeepAliveEcho echo) {
        return echo == KeepAliveEcho.TEXT ? "{\"keepalive\":\"true\"}" : "{\"keepalive\":true}";
    }

    /** A string, or a boolean just as well. */
    static boolean keepsAlive(String text) {
        return text.replaceAll("[\\s\"]", "").equals("{keepalive:true}");
    }
}
