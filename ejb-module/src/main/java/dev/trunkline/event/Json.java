package dev.trunkline.event;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** JSON text of our own records, and the contract's form of a time. */
public final class Json {
    private static final Jsonb JSONB = JsonbBuilder.create();
    /** Yasson 3.0.4 does not read JsonbNillable on a record. */
    private static final Jsonb WITH_NULLS = JsonbBuilder.create(new JsonbConfig().withNullValues(true));

    private static final JsonProvider JSONP = JsonProvider.provider();

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Json() {}

    public static String text(Object value) {
        return JSONB.toJson(value);
    }

    /** The same, for a message in which the contract wants {@code null} written. */
    public static String textWithNulls(Object value) {
        return WITH_NULLS.toJson(value);
    }

    public static <T> T read(String text, Class<T> type) {
        return JSONB.fromJson(text, type);
    }

    /** A JSON object, to be changed before it is written again; members keep their order. */
    static JsonObjectBuilder object(String text) {
        try (JsonReader reader = JSONP.createReader(new StringReader(text))) {
            return JSONP.createObjectBuilder(reader.readObject());
        }
    }

    /** {@code YYYY-MM-DDThh:mm:ss.sssZ} (contract 3.1 rule 4). */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** A JSON object with one more last member. */
    public static String with(String object, String name, String value) {
        String open = object.substring(0, object.length() - 1);
        return open + (open.length() > 1 ? "," : "") + "\"" + name + "\":" + value + "}";
    }
}
