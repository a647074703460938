package dev.trunkline.message;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;

/** Tells whether a callback time names a moment (contract 2.3). The time itself stays as the client wrote it. */
record CallbackClock(Optional<ZoneId> zone) {
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .parseLenient()
            .appendOffset("+HH", "Z") // lenient: +01, +0100 and +01:00
            .parseStrict()
            .optionalEnd()
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    static CallbackClock in(Optional<String> timeZone) {
        return new CallbackClock(timeZone.map(name -> {
            if (!ZoneRulesProvider.getAvailableZoneIds().contains(name)) {
                throw Values.refused("timeZone", "must be an IANA name such as Europe/Berlin");
            }
            return ZoneId.of(name);
        }));
    }

    /** True if the clocks show this time twice in that zone; the earlier moment is meant then. */
    boolean isShifted(String name, String written) {
        if (!(parsed(name, written) instanceof LocalDateTime local)) {
            return false;
        }
        ZoneId there = zone.orElseThrow(() -> Values.refused(name, "needs an offset, or timeZone beside it"));
        int moments = there.getRules().getValidOffsets(local).size();
        if (moments == 0) {
            throw Values.refused(name, "does not exist in that zone: the clocks are put forward");
        }
        return moments > 1;
    }

    private static TemporalAccessor parsed(String name, String written) {
        try {
            return FORM.parseBest(written, OffsetDateTime::from, LocalDateTime::from);
        } catch (DateTimeParseException unreadable) {
            throw Values.refused(name, "must be a date and time of ISO 8601");
        }
    }
}
