package dev.trunkline.message;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trunkline.model.Message;
import dev.trunkline.model.Refusal;
import dev.trunkline.model.RefusedException;
import java.nio.charset.StandardCharsets;

/** A reader as shipped, and short ways to feed it. What it accepts is held against the contract's schema. */
final class Reading {
    static final MessageReader READER = new MessageReader(MessageSettings.DEFAULTS, ChannelNames.shipped());

    static Message accepted(String text) {
        return accepted(bytes(text));
    }

    static Message accepted(byte[] body) {
        return Contract.assertCanonical(READER.read(body));
    }

    static Message acceptedWhileOffered(String text) {
        return Contract.assertCanonical(READER.read(bytes(text), dial -> true));
    }

    static Refusal refused(String text) {
        return refused(bytes(text));
    }

    static Refusal refused(byte[] body) {
        return refusedBy(READER, body);
    }

    static Refusal refusedBy(MessageReader reader, byte[] body) {
        return catchThrowableOfType(RefusedException.class, () -> reader.read(body))
                .refusal();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A well-formed request with this subtopic; {@code data} is JSON, or empty for none. */
    static String request(String subtopic, String data) {
        String member = data == null || data.isEmpty() ? "" : ",\"data\":" + data;
        return "{\"channel\":\"Finesse\",\"topic\":\"OutboundCall\",\"subtopic\":\"" + subtopic + "\"" + member + "}";
    }

    private Reading() {}
}
