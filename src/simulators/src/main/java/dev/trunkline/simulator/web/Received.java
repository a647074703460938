package dev.trunkline.simulator.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request as it came in.
 *
 * @param path its steps, none of them empty
 * @param target path and query as they came
 * @param query as it came, empty if there was none
 * @param headers names in lower case
 * @param host by which name the client calls us, without the port
 */
public record Received(
        String method,
        List<String> path,
        String target,
        String query,
        Map<String, String> headers,
        String body,
        boolean secure,
        String host) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public String step(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    /** The path without a slash at its beginning. */
    public String place() {
        return String.join("/", path);
    }
}
