package dev.trunkline.api;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an operator says about the way in.
 *
 * @param allowedOrigins {@code trunkline.allowedOrigins}: whose pages may call us, besides our own; {@code *} for all
 * @param trustForwarded {@code trunkline.trustForwarded}: whether {@code X-Forwarded-Proto} is believed
 */
public record WebSettings(Set<String> allowedOrigins, boolean trustForwarded) {
    static final String ALLOWED_ORIGINS = "trunkline.allowedOrigins";
    static final String TRUST_FORWARDED = "trunkline.trustForwarded";

    public static WebSettings read(Function<String, Optional<String>> setting) {
        Set<String> origins = Arrays.stream(
                        setting.apply(ALLOWED_ORIGINS).orElse("").split(","))
                .map(String::trim)
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        return new WebSettings(
                origins, setting.apply(TRUST_FORWARDED).map(Boolean::valueOf).orElse(false));
    }

    /** @param host the request's own Host header: a page of ours may always call us */
    public boolean allows(String origin, String host) {
        return allowedOrigins.contains("*")
                || allowedOrigins.contains(origin)
                || origin.equalsIgnoreCase("http://" + host)
                || origin.equalsIgnoreCase("https://" + host);
    }
}
