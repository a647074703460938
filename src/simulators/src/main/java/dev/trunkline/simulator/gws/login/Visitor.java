package dev.trunkline.simulator.gws.login;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a request says of who sends it. @param csrfToken empty if it brings none */
public record Visitor(String method, Map<String, String> cookies, String authorization, String csrfToken) {
    private static final String TOKEN = "X-CSRF-TOKEN";

    /** Where a request has its headers; several of one name in one text. */
    @FunctionalInterface
    public interface Headers {
        Optional<String> get(String name);
    }

    public static Visitor of(String method, Headers headers) {
        return new Visitor(
                method,
                cookies(headers.get("Cookie").orElse("")),
                headers.get("Authorization").orElse(""),
                headers.get(TOKEN).orElse(""));
    }

    private static Map<String, String> cookies(String text) {
        Map<String, String> cookies = new HashMap<>();
        for (String cookie : text.split(";")) {
            String[] pair = cookie.strip().split("=", 2);
            if (pair.length == 2) {
                cookies.put(pair[0], pair[1]);
            }
        }
        return cookies;
    }

    boolean modifies() {
        return !method.equals("GET") && !method.equals("HEAD") && !method.equals("OPTIONS");
    }
}
