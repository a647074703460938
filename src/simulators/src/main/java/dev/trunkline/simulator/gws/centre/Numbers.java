package dev.trunkline.simulator.gws.centre;

import java.util.LinkedHashMap;
import java.util.Map;

/** Telephone numbers as the platform shows them (sheet 3.5): it is passed on as it was given, and understood where it can be. Pure. */
final class Numbers {
    private static final int NATIONAL = 10;
    private static final int AREA = 3;
    private static final int EXCHANGE = 6;

    private Numbers() {}

    static Map<String, Object> participant(String number, boolean inHouse, boolean captured) {
        Map<String, Object> shown = new LinkedHashMap<>();
        String national = inHouse ? "" : national(number);
        shown.put("e164Number", national.isEmpty() ? world(number) : "+1" + national);
        shown.put("formattedPhoneNumber", national.isEmpty() ? number : formatted(national));
        shown.put("phoneNumber", number);
        shown.put("digits", number);
        if (captured && !national.isEmpty()) {
            shown.put("location", "Illinois");
            shown.put("country", Map.of("name", "United States", "code", "US", "callingCode", "1"));
        }
        return shown;
    }

    private static String world(String number) {
        return number.startsWith("+") ? number : "";
    }

    /** The ten digits of a number of North America; empty if it is none. */
    private static String national(String number) {
        String digits = number.replaceAll("[^0-9]", "");
        if (digits.length() == NATIONAL && !number.startsWith("+")) {
            return digits;
        }
        return digits.length() == NATIONAL + 1 && digits.startsWith("1") ? digits.substring(1) : "";
    }

    private static String formatted(String national) {
        return "(" + national.substring(0, AREA) + ") " + national.substring(AREA, EXCHANGE) + "-"
                + national.substring(EXCHANGE);
    }
}
