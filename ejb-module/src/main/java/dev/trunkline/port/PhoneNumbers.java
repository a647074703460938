package dev.trunkline.port;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** What a number means; the number itself is sent as the client wrote it (contract 1.5). */
public final class PhoneNumbers {
    private PhoneNumbers() {}

    /** E.164 of a number, if it can be placed. @param region ISO 3166 alpha-2, or {@code ""} */
    public static Optional<String> e164(String number, String region) {
        try {
            PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
            PhoneNumber parsed = numbers.parse(number, region.isEmpty() ? null : region);
            return numbers.isValidNumber(parsed)
                    ? Optional.of(numbers.format(parsed, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException unplaced) {
            return Optional.empty();
        }
    }

    /** Whether the platform's form of a number (prefix, plus sign and all) can be the one that was dialled. */
    public static boolean sameLine(String dialled, String reported) {
        String ours = digits(dialled);
        String theirs = digits(reported);
        return !ours.isEmpty() && !theirs.isEmpty() && (theirs.endsWith(ours) || ours.endsWith(theirs));
    }

    private static String digits(String number) {
        return number.replaceAll("[^0-9*#]", "");
    }
}
