package dev.trunkline.vendor.finesse;

import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import java.util.Locale;

/** Tones and numbers as Finesse takes them. */
final class FinesseDigits {
    /**
     * What it does not have is refused here: it would send the rest and say nothing (sheet 4.1).
     *
     * @param ccx Unified CCX has no A to D
     */
    static String tones(String digits, boolean ccx) {
        String tones = digits.toUpperCase(Locale.ROOT);
        if (tones.contains(",")) {
            throw new VendorException(Code.INVALID_DATA, "digits: Finesse has no pause; send the parts one by one");
        }
        if (!tones.matches(ccx ? "[0-9*#]+" : "[0-9*#A-D]+")) {
            throw new VendorException(Code.INVALID_DATA, "digits: Finesse takes " + (ccx ? "0-9 * #" : "0-9 * # A-D"));
        }
        return tones;
    }

    /** As people write it, without what Finesse would dial along (sheet 3.2); anything but a number stays as it is. */
    static String number(String written) {
        String plain = written.replaceAll("[\\s().\\-/]", "");
        return plain.matches("\\+?[0-9*#]+") ? plain : written;
    }

    private FinesseDigits() {}
}
