package dev.trunkline.simulator.five9;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** One agent's cookies: those with a domain go to every host, those without only to the host and port that set them (sheet 2.2). */
final class Jar {
    private static final String EVERYWHERE = "";

    private final Map<String, Map<String, String>> cookies = new ConcurrentHashMap<>();

    void collect(URI from, HttpHeaders headers) {
        for (String line : headers.allValues("Set-Cookie")) {
            String[] pair = line.split(";")[0].split("=", 2);
            String owner = line.toLowerCase(Locale.ROOT).contains("domain=") ? EVERYWHERE : from.getAuthority();
            Map<String, String> owned = cookies.computeIfAbsent(owner, host -> new ConcurrentHashMap<>());
            if (pair[1].isEmpty()) {
                owned.remove(pair[0]);
            } else {
                owned.put(pair[0], pair[1]);
            }
        }
    }

    Map<String, String> ofDomain() {
        return cookies.getOrDefault(EVERYWHERE, Map.of());
    }

    Map<String, String> only(String authority) {
        return cookies.getOrDefault(authority, Map.of());
    }

    /** As a client sends them that knows whose they are. */
    String scoped(URI to) {
        return text(List.of(ofDomain(), only(to.getAuthority())));
    }

    /** As a client sends them that does not. */
    String all() {
        return text(new ArrayList<>(cookies.values()));
    }

    private static String text(List<Map<String, String>> from) {
        Stream<String> pairs =
                from.stream().flatMap(map -> map.entrySet().stream()).map(one -> one.getKey() + "=" + one.getValue());
        return String.join("; ", pairs.sorted().toList());
    }
}
