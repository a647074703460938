package dev.trunkline.simulator.five9.login;

import dev.trunkline.simulator.five9.centre.Farm;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * By what somebody shows who he is.
 *
 * @param authorization empty if there is none
 * @param farmId empty if there is none
 * @param host the data centre that he came to; nothing for the log-in host
 */
public record Visitor(String authorization, String farmId, Map<String, String> cookies, Optional<Farm> host) {

    public static Visitor of(Optional<Farm> host, Function<String, Optional<String>> headers) {
        return new Visitor(
                headers.apply("Authorization").orElse(""),
                headers.apply("farmId").orElse(""),
                cookies(headers.apply("Cookie").orElse("")),
                host);
    }

    private static Map<String, String> cookies(String header) {
        Map<String, String> cookies = new LinkedHashMap<>();
        Arrays.stream(header.split("[;,]"))
                .map(pair -> pair.strip().split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> cookies.put(pair[0], pair[1].replace("\"", "")));
        return cookies;
    }
}
