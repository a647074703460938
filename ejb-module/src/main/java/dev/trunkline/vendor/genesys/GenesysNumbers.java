package dev.trunkline.vendor.genesys;

import dev.trunkline.vendor.genesys.wire.Leg;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** By which numbers a conversation was made, and by which names its parties may be called (sheet 5.3). */
record GenesysNumbers(GenesysCall call) {
    private static final Pattern SCHEME = Pattern.compile("^(tel|sips?):", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETERS = Pattern.compile("[;?].*$");

    /** Every form of the far end's number that the platform names. */
    List<String> all() {
        return call.far()
                .map(leg -> Stream.of(
                                leg.call().addresses().dnis(),
                                leg.call().addresses().address())
                        .map(GenesysNumbers::address)
                        .filter(number -> !number.isEmpty())
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    /** The party called: of what a colleague offers that is the agent himself. */
    String to() {
        boolean colleague = call.far().filter(leg -> !GenesysCall.customer(leg)).isPresent();
        if (colleague && call.calledHim()) {
            return call.agent().extension();
        }
        boolean asked = colleague && !call.memory().dialled().isEmpty();
        return asked
                ? call.memory().dialled()
                : all().stream().findFirst().orElse(call.memory().dialled());
    }

    /** Own caller id as the far leg has it (sheet 5.3). */
    String from() {
        return call.far()
                .map(leg -> leg.call().addresses().ani())
                .filter(ani -> !ani.isEmpty())
                .or(() -> call.own().map(leg -> leg.call().addresses().dnis()))
                .map(GenesysNumbers::address)
                .filter(number -> !number.isEmpty())
                .or(() -> call.calledHim() ? all().stream().findFirst() : Optional.empty())
                .orElse("");
    }

    /** Everything by which somebody on the call may be named: number, name, ids. */
    List<String> names(Leg leg) {
        List<String> names = new ArrayList<>();
        Stream.of(
                        leg.call().addresses().dnis(),
                        leg.call().addresses().address(),
                        leg.call().direction().equals("inbound")
                                ? leg.call().addresses().ani()
                                : "")
                .map(GenesysNumbers::address)
                .forEach(names::add);
        boolean first = call.far().filter(party -> party.id().equals(leg.id())).isPresent();
        names.addAll(List.of(
                call.memory().asked().getOrDefault(leg.id(), ""),
                first ? call.memory().dialled() : "",
                leg.name(),
                leg.userId(),
                leg.id()));
        names.removeIf(String::isEmpty);
        return names;
    }

    /** Contract 3.1 rule 6: scheme and parameters removed; what the platform has no number for is none (sheet 10, 17). */
    static String address(String address) {
        String bare = PARAMETERS
                .matcher(SCHEME.matcher(address.strip()).replaceFirst(""))
                .replaceFirst("");
        return bare.equals("unknown") || bare.startsWith("unknown@") ? "" : bare;
    }
}
