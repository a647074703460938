package dev.trunkline.vendor.gws;

import dev.trunkline.model.AgentKey;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Credential;
import dev.trunkline.port.JsonParts;
import dev.trunkline.vendor.gws.wire.CallEvent;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Calls as the platform's documentation has them, changed where a test says so. */
final class CallFixture {
    static final String MARK = "gwRequestId";
    static final String CALL = "012PUFMMS0ASNAK48O7GK2LAES000004";
    static final AgentSession AGENT = new AgentSession(
            new AgentKey(AgentKey.DEFAULT_TENANT, "alice"),
            GwsService.VENDOR,
            "alice",
            "15000",
            "",
            new Credential("x"));

    static String text(String example) {
        try (InputStream content = CallFixture.class.getResourceAsStream("example-" + example + ".json")) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** {@code data} of the first sample notification. */
    static JsonObject sample(int number) {
        return JsonParts.child(JsonParts.object(text("003-notification-" + number)), "data");
    }

    static CallEvent event(JsonObject data) {
        return GwsJson.event(data, MARK);
    }

    /** The first sample in another state. */
    static Told told(String state) {
        return new Told(state, CALL, "Outbound", "", 0, "", 0, List.of("Hangup", "UpdateUserData"));
    }

    /** What a test changes of it. */
    record Told(
            String state,
            String id,
            String type,
            String parent,
            int wrapUpTime,
            String mark,
            long time,
            List<String> capabilities) {
        Told id(String other) {
            return new Told(state, other, type, parent, wrapUpTime, mark, time, capabilities);
        }

        Told consultOf(String call) {
            return new Told(state, id, "Consult", call, wrapUpTime, mark, time, capabilities);
        }

        Told wrapUpTime(int seconds) {
            return new Told(state, id, type, parent, seconds, mark, time, capabilities);
        }

        Told mark(String command) {
            return new Told(state, id, type, parent, wrapUpTime, command, time, capabilities);
        }

        Told at(long millis) {
            return new Told(state, id, type, parent, wrapUpTime, mark, millis, capabilities);
        }

        Told can(String... names) {
            return new Told(state, id, type, parent, wrapUpTime, mark, time, List.of(names));
        }

        CallEvent event() {
            JsonObject sample = sample(1);
            JsonObjectBuilder call = object(JsonParts.child(sample, "call"))
                    .add("id", id)
                    .add("state", state)
                    .add("callType", type)
                    .add("capabilities", JsonParts.JSON.createArrayBuilder(capabilities));
            if (!parent.isEmpty()) {
                call.add("parentCallPath", "/calls/" + parent);
            }
            if (!mark.isEmpty()) {
                call.add("userData", object().add(MARK, mark));
            }
            JsonObjectBuilder data = object(sample).add("call", call).remove("metrics");
            if (wrapUpTime > 0) {
                data.add("extensions", object().add("WrapUpTime", wrapUpTime));
            }
            if (time > 0) {
                data.add("metrics", object().add("eventProcessing", object().add("serverGenerationTimestamp", time)));
            }
            return CallFixture.event(data.build());
        }
    }

    static JsonObjectBuilder object() {
        return JsonParts.JSON.createObjectBuilder();
    }

    static JsonObjectBuilder object(JsonObject from) {
        return JsonParts.JSON.createObjectBuilder(from);
    }

    private CallFixture() {}
}
