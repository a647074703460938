package dev.trunkline.vendor.finesse;

import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * In which zone Finesse reads a {@code callbackTime}, which it wants without one (sheet 4.3; no primary source says which).
 *
 * @param rule {@code customer}: by {@code BATimeZone} of the call, where it has none the server's; {@code server}: by {@code
 *     timezoneOffset} of SystemInfo; or a zone by its IANA name
 */
public record FinesseCallbackZone(String rule) {
    private static final String CUSTOMER = "customer";
    private static final String SERVER = "server";
    private static final int SECONDS = 60;
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    public FinesseCallbackZone {
        if (!rule.equals(CUSTOMER) && !rule.equals(SERVER)) {
            named(rule);
        }
    }

    /** The moment as Finesse wants it, seconds left off. @param server the server's minutes from GMT, or empty */
    String local(Instant moment, Map<String, String> variables, String server) {
        return FORM.format(moment.atZone(zone(variables, server)));
    }

    ZoneId zone(Map<String, String> variables, String server) {
        return switch (rule) {
            case CUSTOMER ->
                offset(variables.getOrDefault("BATimeZone", ""))
                        .or(() -> offset(server))
                        .orElseThrow(FinesseCallbackZone::unknown);
            case SERVER -> offset(server).orElseThrow(FinesseCallbackZone::unknown);
            default -> named(rule);
        };
    }

    private static ZoneId named(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(FinesseSettings.PREFIX + "callbackZone: " + name, unknown);
        }
    }

    /** Signed minutes, as {@code +00330}. */
    private static Optional<ZoneId> offset(String minutes) {
        try {
            return Optional.of(minutes)
                    .filter(text -> !text.isBlank())
                    .map(text -> ZoneOffset.ofTotalSeconds(Integer.parseInt(text.strip()) * SECONDS));
        } catch (NumberFormatException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static VendorException unknown() {
        return new VendorException(
                Code.INVALID_DATA, "callbackTime: Finesse does not say in which zone; set the zone of its callbacks");
    }
}
