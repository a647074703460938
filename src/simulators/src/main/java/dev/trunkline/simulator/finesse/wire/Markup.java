package dev.trunkline.simulator.finesse.wire;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML, element by element; text is escaped, nothing else is checked. */
public final class Markup {
    private final StringBuilder out = new StringBuilder(2048);
    private final Deque<String> open = new ArrayDeque<>();

    public Markup open(String name) {
        open.push(name);
        out.append('<').append(name).append('>');
        return this;
    }

    public Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    public Markup text(String name, Object value) {
        out.append('<').append(name).append('>');
        escapeTo(out, String.valueOf(value));
        out.append("</").append(name).append('>');
        return this;
    }

    public Markup empty(String name) {
        return text(name, "");
    }

    /** XML that is written already. */
    public Markup add(String ready) {
        out.append(ready);
        return this;
    }

    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 64);
        escapeTo(escaped, text);
        return escaped.toString();
    }

    private static void escapeTo(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '\'' -> out.append("&apos;");
                case '"' -> out.append("&quot;");
                default -> out.append(letter);
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
