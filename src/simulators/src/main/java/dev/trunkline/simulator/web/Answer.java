package dev.trunkline.simulator.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What goes back to a request, when, and whether it goes back at all. */
public record Answer(
        int status, String contentType, String body, Map<String, List<String>> headers, Duration delay, boolean lost) {

    public static Answer of(int status, String contentType, String body) {
        return new Answer(status, contentType, body, Map.of(), Duration.ZERO, false);
    }

    public static Answer empty(int status) {
        return of(status, "", "");
    }

    public static Answer page(String html) {
        return of(200, "text/html;charset=UTF-8", html);
    }

    public static Answer foundAt(String location) {
        return empty(302).with("Location", location);
    }

    public static Answer movedTo(String location) {
        return empty(301).with("Location", location);
    }

    /** In place of what this header has. */
    public Answer with(String name, String value) {
        return with(name, List.of(value));
    }

    /** Beside what this header has already. */
    public Answer adding(String name, String value) {
        List<String> values = new ArrayList<>(headers.getOrDefault(name, List.of()));
        values.add(value);
        return with(name, List.copyOf(values));
    }

    private Answer with(String name, List<String> values) {
        Map<String, List<String>> more = new HashMap<>(headers);
        more.put(name, values);
        return new Answer(status, contentType, body, more, delay, lost);
    }

    public Answer after(Duration wait) {
        return new Answer(status, contentType, body, headers, delay.plus(wait), lost);
    }

    /** It is done, and nobody is told: the connection closes instead. */
    public Answer lose() {
        return new Answer(status, contentType, body, headers, delay, true);
    }
}
