package dev.trunkline.port;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** A platform's times in the one form of contract 3.1 rule 4. */
public final class PlatformTime {
    private static final DateTimeFormatter NORMAL = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** {@code YYYY-MM-DDThh:mm:ss.sssZ}, or empty if it is no time. */
    public static String normal(String time) {
        String compact = time.replace(" ", "");
        try {
            Instant instant =
                    compact.isEmpty() ? null : OffsetDateTime.parse(compact).toInstant();
            return instant == null ? "" : NORMAL.format(instant);
        } catch (DateTimeParseException notATime) {
            return "";
        }
    }

    private PlatformTime() {}
}
