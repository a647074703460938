package dev.trunkline.identity;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an operator says about who may come in.
 *
 * @param embedded {@code trunkline.identity=embedded}: we issue the tokens ourselves
 * @param people {@code trunkline.identity.people}: the file of the people whom the embedded identity knows
 * @param tokenLife {@code trunkline.identity.tokenLife}: how long its tokens last
 * @param data {@code trunkline.data}: where its signing key is kept
 * @param issuer {@code trunkline.jwt.issuer}: whose tokens are accepted where the embedded identity is off
 * @param jwks {@code trunkline.jwt.jwks}: URL or file of that issuer's public keys
 * @param audience {@code trunkline.jwt.audience}
 * @param algorithms {@code trunkline.jwt.algorithms}: fixed here, never chosen by a token (RFC 8725)
 */
public record IdentitySettings(
        boolean embedded,
        Optional<String> people,
        Duration tokenLife,
        Path data,
        Optional<String> issuer,
        Optional<String> jwks,
        String audience,
        Set<String> algorithms) {
    static final String IDENTITY = "trunkline.identity";
    static final String PEOPLE = "trunkline.identity.people";
    static final String TOKEN_LIFE = "trunkline.identity.tokenLife";
    static final String DATA = "trunkline.data";
    static final String ISSUER = "trunkline.jwt.issuer";
    static final String JWKS = "trunkline.jwt.jwks";
    static final String AUDIENCE = "trunkline.jwt.audience";
    static final String ALGORITHMS = "trunkline.jwt.algorithms";

    /** @param setting the value of a key; empty and blank values are no values */
    static IdentitySettings read(Function<String, Optional<String>> setting) {
        Function<String, Optional<String>> filled =
                key -> setting.apply(key).map(String::trim).filter(value -> !value.isEmpty());
        return new IdentitySettings(
                filled.apply(IDENTITY).filter("embedded"::equals).isPresent(),
                filled.apply(PEOPLE),
                Duration.parse(needed(filled, TOKEN_LIFE)),
                Path.of(needed(filled, DATA)),
                filled.apply(ISSUER),
                filled.apply(JWKS),
                needed(filled, AUDIENCE),
                Arrays.stream(needed(filled, ALGORITHMS).split(","))
                        .map(String::trim)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static String needed(Function<String, Optional<String>> setting, String key) {
        return setting.apply(key).orElseThrow(() -> new IllegalStateException("setting " + key + " is empty"));
    }
}
