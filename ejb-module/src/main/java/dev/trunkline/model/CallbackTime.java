package dev.trunkline.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Optional;

/**
 * When a customer is to be called back: one moment, however it was written (contract 2.3).
 *
 * @param at the moment
 * @param shifted the clocks show that time twice; this is the earlier moment
 */
public record CallbackTime(Instant at, boolean shifted) {
    private static final int LAST_YEAR = 9999;

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .parseLenient()
            .appendOffset("+HH", "Z") // lenient: +01, +0100 and +01:00
            .parseStrict()
            .optionalEnd()
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    /**
     * @param name the member, for the refusal
     * @param written ISO 8601, with {@code Z} or an offset, else in that zone
     * @param timeZone an IANA name
     * @throws RefusedException if it names no moment
     */
    public static CallbackTime of(String name, String written, Optional<String> timeZone) {
        Optional<ZoneId> zone = timeZone.map(CallbackTime::zone);
        TemporalAccessor time = parsed(name, written);
        return time instanceof OffsetDateTime absolute
                ? new CallbackTime(absolute.toInstant(), false)
                : local(name, LocalDateTime.from(time), zone);
    }

    private static CallbackTime local(String name, LocalDateTime time, Optional<ZoneId> zone) {
        ZoneId there = zone.orElseThrow(() -> refused(name, "needs an offset, or timeZone beside it"));
        List<ZoneOffset> offsets = there.getRules().getValidOffsets(time);
        if (offsets.isEmpty()) {
            throw refused(name, "does not exist in that zone: the clocks are put forward");
        }
        return new CallbackTime(time.toInstant(offsets.get(0)), offsets.size() > 1);
    }

    private static ZoneId zone(String name) {
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(name)) {
            throw refused("timeZone", "must be an IANA name such as Europe/Berlin");
        }
        return ZoneId.of(name);
    }

    private static TemporalAccessor parsed(String name, String written) {
        try {
            TemporalAccessor time = FORM.parseBest(written, OffsetDateTime::from, LocalDateTime::from);
            if (LocalDateTime.from(time).getYear() <= LAST_YEAR) {
                return time;
            }
        } catch (DateTimeException unreadable) {
            throw refused(name, "must be a date and time of ISO 8601");
        }
        throw refused(name, "must be before the year " + (LAST_YEAR + 1));
    }

    private static RefusedException refused(String name, String why) {
        return new RefusedException(Code.INVALID_DATA, name + " " + why);
    }
}
