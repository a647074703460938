package dev.trunkline.message;

import dev.trunkline.model.Code;
import dev.trunkline.model.RefusedException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Steps 1 and 2 of contract 1.3: from bytes to a parsed value. */
final class MessageText {
    static final int MOST_BYTES = 65_536;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    static Json parse(byte[] body, boolean lenient, Set<Warning> warnings) {
        String text = decode(body);
        try {
            return JsonReader.read(text, JsonGrammar.STRICT);
        } catch (InvalidJsonException strict) {
            if (!lenient) {
                throw new RefusedException(Code.INVALID_JSON, strict.getMessage());
            }
        }
        Json value = parseLeniently(text);
        warnings.add(Warning.LENIENT_JSON);
        return value;
    }

    private static Json parseLeniently(String text) {
        try {
            return JsonReader.read(text, JsonGrammar.LENIENT);
        } catch (InvalidJsonException invalid) {
            throw new RefusedException(Code.INVALID_JSON, invalid.getMessage());
        }
    }

    private static String decode(byte[] body) {
        if (body.length > MOST_BYTES) {
            throw new RefusedException(
                    Code.PAYLOAD_TOO_LARGE, body.length + " bytes, at most " + MOST_BYTES + " are taken");
        }
        ByteBuffer bytes = ByteBuffer.wrap(body);
        CharBuffer text = CharBuffer.allocate(body.length);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        if (decoder.decode(bytes, text, true).isError()) {
            throw new RefusedException(Code.INVALID_JSON, "not UTF-8 at byte " + (bytes.position() + 1));
        }
        String decoded = text.flip().toString();
        return !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK ? decoded.substring(1) : decoded;
    }

    private MessageText() {}
}
