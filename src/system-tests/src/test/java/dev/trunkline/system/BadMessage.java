package dev.trunkline.system;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A message that is to be refused.
 *
 * @param kind what is wrong with it, for a person who reads a failed test
 * @param codes one of these is the answer; the kind says which, not the product
 * @param frame whether it can come in a WebSocket frame; what is no text or too long cannot (contract 5.5)
 */
record BadMessage(String kind, byte[] body, Set<String> codes, boolean frame) {
    static BadMessage of(String kind, String text, String... codes) {
        return new BadMessage(kind, text.getBytes(StandardCharsets.UTF_8), Set.of(codes), true);
    }

    BadMessage restOnly() {
        return new BadMessage(kind, body, codes, false);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        String text = text();
        return kind + ": " + (text.length() > 400 ? text.substring(0, 400) + "... (" + body.length + " bytes)" : text);
    }
}
