package dev.trunkline.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code Prefer: wait=N} (RFC 7240, contract 5.1); a preference that we do not understand is none. */
final class Preferences {
    private static final Pattern WAIT =
            Pattern.compile("(?i)(?:^|[,;])\\s*wait\\s*=\\s*\"?([0-9]{1,9})\"?\\s*(?=$|[,;])");
    private static final long LONGEST = 10;

    private Preferences() {}

    static Optional<Duration> wait(List<String> headers) {
        return headers == null
                ? Optional.empty()
                : headers.stream()
                        .map(WAIT::matcher)
                        .filter(Matcher::find)
                        .map(found -> Duration.ofSeconds(Math.min(LONGEST, Long.parseLong(found.group(1)))))
                        .findFirst();
    }
}
