package dev.trunkline.event;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The forms of one change as they stand in its row: a line for each, {@code +} if profile exact sees it and {@code -} if not,
 * the channel name, a blank, the message. JSON text has no line break of its own.
 */
record Forms(Map<String, String> messages, Set<String> exact) {
    String encode() {
        StringBuilder lines = new StringBuilder();
        messages.forEach((channel, message) -> lines.append(exact.contains(channel) ? '+' : '-')
                .append(channel)
                .append(' ')
                .append(message)
                .append('\n'));
        return lines.toString();
    }

    static Forms decode(String lines) {
        Map<String, String> messages = new LinkedHashMap<>();
        Set<String> exact = new LinkedHashSet<>();
        lines.lines().forEach(line -> {
            int blank = line.indexOf(' ');
            String channel = line.substring(1, blank);
            messages.put(channel, line.substring(blank + 1));
            if (line.charAt(0) == '+') {
                exact.add(channel);
            }
        });
        return new Forms(messages, exact);
    }
}
