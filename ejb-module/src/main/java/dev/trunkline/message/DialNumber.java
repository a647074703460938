package dev.trunkline.message;

import dev.trunkline.model.Code;
import dev.trunkline.model.RefusedException;
import java.util.regex.Pattern;

/** What can be dialled (contract 1.5, T14). What the number means is the dial plan's work; here it only loses its ornaments. */
final class DialNumber {
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9*#]{1,63}");
    /** Without blanks and control characters, so that nothing can be slipped into a platform's address line. */
    private static final Pattern ADDRESS = Pattern.compile("(?=.*[A-Za-z0-9])[!-~]{1,256}");

    static String of(String member, String written, boolean allowUri) {
        String number = Words.without("-.()/", written);
        if (NUMBER.matcher(number).matches()) {
            return number;
        }
        if (allowUri && ADDRESS.matcher(written).matches()) {
            return written;
        }
        throw new RefusedException(Code.INVALID_NUMBER, member + " is not a number that can be dialled");
    }

    private DialNumber() {}
}
