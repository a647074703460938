package dev.trunkline.vendor.webexcc;

import dev.trunkline.port.PhoneNumbers;
import dev.trunkline.vendor.webexcc.WebexccSettings.Numbers;
import java.util.Optional;

/** A number as the platform is to have it: E.164 with its plus (sheet 3.1), but a short one is a phone of the house. Pure. */
final class WebexccNumbers {
    private static final int LONGEST_EXTENSION = 6;

    /** @param region country of a number without one, or {@code ""} */
    static String dialled(WebexccSettings settings, String written, String region) {
        String plain = written.replaceAll("[^0-9+*#]", "");
        if (settings.numbers() == Numbers.RAW || extension(plain)) {
            return plain;
        }
        if (plain.startsWith("+")) {
            return plain;
        }
        return placed(plain, region.isEmpty() ? settings.region() : region).orElse(plain);
    }

    /** As the country writes it; else as the seed does, which leaves out the plus. */
    private static Optional<String> placed(String plain, String region) {
        return (region.isEmpty() ? Optional.<String>empty() : PhoneNumbers.e164(plain, region))
                .or(() -> PhoneNumbers.e164("+" + plain, ""));
    }

    static boolean extension(String plain) {
        return plain.length() <= LONGEST_EXTENSION && plain.matches("\\d+");
    }

    private WebexccNumbers() {}
}
