package dev.trunkline.vendor.gws;

import dev.trunkline.port.JsonParts;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cometd.bayeux.Message;
import org.cometd.common.HashMapMessage;
import org.cometd.common.JSONContext;
import org.cometd.common.JettyJSONContextClient;

/** Reads what the event stream brings. What the platform tells stays text: clients get it as it came, members in their order. */
final class GwsJsonContext extends JettyJSONContextClient {
    /** Ours: the library's own buffering one (8.0.10 on Jetty 12.0.25) gives the name of its buffer in place of what is in it. */
    @Override
    public JSONContext.AsyncParser newAsyncParser() {
        return new Whole();
    }

    /** Keeps an answer until all of it is there. */
    private final class Whole implements JSONContext.AsyncParser {
        private final ByteArrayOutputStream answer = new ByteArrayOutputStream();

        @Override
        public void parse(ByteBuffer part) {
            byte[] bytes = new byte[part.remaining()];
            part.get(bytes);
            answer.writeBytes(bytes);
        }

        @Override
        @SuppressWarnings("unchecked") // as the library declares it
        public <R> R complete() {
            try {
                return (R) GwsJsonContext.this.parse(answer.toString(StandardCharsets.UTF_8));
            } catch (ParseException garbage) {
                throw new IllegalArgumentException(garbage);
            }
        }
    }

    @Override
    public List<Message.Mutable> parse(String json) throws ParseException {
        try {
            return JsonParts.objects(JsonParts.array(json))
                    .map(GwsJsonContext::message)
                    .toList();
        } catch (IllegalArgumentException garbage) {
            throw (ParseException) new ParseException("not an array of messages", 0).initCause(garbage);
        }
    }

    private static Message.Mutable message(JsonObject object) {
        Message.Mutable message = new HashMapMessage();
        object.forEach(
                (name, value) -> message.put(name, name.equals(Message.DATA_FIELD) ? value.toString() : plain(value)));
        return message;
    }

    private static Object plain(JsonValue value) {
        if (value instanceof JsonObject object) {
            Map<String, Object> map = new LinkedHashMap<>();
            object.forEach((name, member) -> map.put(name, plain(member)));
            return map;
        }
        if (value instanceof JsonArray array) {
            return array.stream().map(GwsJsonContext::plain).toList();
        }
        if (value instanceof JsonString text) {
            return text.getString();
        }
        if (value instanceof JsonNumber number) {
            return number.isIntegral() ? (Object) number.longValue() : (Object) number.doubleValue();
        }
        return value == JsonValue.TRUE ? Boolean.TRUE : value == JsonValue.FALSE ? Boolean.FALSE : null;
    }
}
