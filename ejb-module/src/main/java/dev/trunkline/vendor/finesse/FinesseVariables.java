package dev.trunkline.vendor.finesse;

import dev.trunkline.model.Code;
import dev.trunkline.model.Order;
import dev.trunkline.port.VendorException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What may be sent as call data: Finesse cuts or drops the rest without a word (sheet 3.2), so it is refused here. */
final class FinesseVariables {
    private static final Predicate<String> CALL_VARIABLE =
            Pattern.compile("callVariable([1-9]|10)").asMatchPredicate();
    private static final Predicate<String> ECC =
            Pattern.compile("user\\.[A-Za-z0-9_.]+(\\[\\d{1,3}])?").asMatchPredicate();
    private static final Predicate<String> PRINTABLE_ASCII =
            Pattern.compile("[\\x20-\\x7E]*").asMatchPredicate();

    static boolean ecc(String name) {
        return name.startsWith("user.");
    }

    /** Of an UpdateCallData: {@code variables}, or one {@code key} with its {@code value}. */
    static Map<String, String> of(Order order) {
        Map<String, String> variables = new LinkedHashMap<>();
        if (order.data().get("variables") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> variables.put(name.toString(), value.toString()));
        }
        order.text("key")
                .ifPresent(name -> variables.put(name, order.text("value").orElse("")));
        return variables;
    }

    /** Refuses with INVALID_DATA what Finesse would not keep as it is. */
    static void check(Map<String, String> variables, FinesseSettings settings) {
        variables.forEach((name, value) -> check(name, value, settings));
        int ecc = variables.entrySet().stream()
                .filter(variable -> ecc(variable.getKey()))
                .mapToInt(variable ->
                        variable.getKey().length() + variable.getValue().length())
                .sum();
        if (ecc > settings.eccBytes()) {
            throw refused("the user. variables are longer than " + settings.eccBytes() + " together");
        }
    }

    private static void check(String name, String value, FinesseSettings settings) {
        boolean known = CALL_VARIABLE.test(name) || ECC.test(name) && !CallVariableSecrets.secret(name);
        if (!known) {
            throw refused("call variable " + shortened(name) + ": only callVariable1 to 10 and user.NAME exist");
        }
        if (!PRINTABLE_ASCII.test(value)) {
            throw refused("call variable " + name + ": only printable ASCII characters");
        }
        if (!ecc(name) && value.length() > settings.callVariableBytes()) {
            throw refused("call variable " + name + ": longer than " + settings.callVariableBytes());
        }
    }

    private static String shortened(String name) {
        return name.length() > 32 ? name.substring(0, 32) : name;
    }

    private static VendorException refused(String detail) {
        return new VendorException(Code.INVALID_DATA, detail);
    }

    private FinesseVariables() {}
}
