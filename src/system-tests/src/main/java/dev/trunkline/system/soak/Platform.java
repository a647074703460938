package dev.trunkline.system.soak;

import static java.util.Map.entry;

import dev.trunkline.system.load.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that differs from platform to platform under fire.
 *
 * @param simulator options of the simulators
 * @param gateway settings beyond those of whoever puts load on it
 * @param wrapsUp whether the agent himself ends the work after a call; else the platform does after two seconds
 * @param failures reasons of an end, by the far end that does not talk; one that is missing lets no call come about
 */
record Platform(
        Vendor vendor,
        List<String> simulator,
        Map<String, String> gateway,
        boolean wrapsUp,
        Map<String, Set<String>> failures) {
    private static final String BUSY = "0101";
    private static final String REJECTS = "0103";
    private static final String INVALID = "0104";
    private static final Map<String, Set<String>> NAMED = Map.ofEntries(
            entry(BUSY, Set.of("BUSY")), entry(REJECTS, Set.of("REJECTED")), entry(INVALID, Set.of("INVALID_NUMBER")));

    /** In the order in which agents are given to them. */
    static final List<Platform> ALL = List.of(
            // Nobody is to be signed out by the longest cut.
            new Platform(
                    Vendor.FINESSE,
                    List.of("--finesse.wrapUp=2s", "--finesse.presenceGrace=5m"),
                    Map.of(),
                    false,
                    NAMED),
            new Platform(Vendor.GENESYS, List.of(), Map.of(), true, NAMED),
            // These two do not say why nobody was reached; of numbers that are none they make no call.
            new Platform(
                    Vendor.GWS,
                    List.of(),
                    Map.of(),
                    true,
                    Map.of(BUSY, Set.of("NOT_CONNECTED"), REJECTS, Set.of("NOT_CONNECTED"))),
            new Platform(
                    Vendor.FIVE9,
                    List.of("--five9.callInfo=observed"),
                    Map.of(),
                    true,
                    Map.of(BUSY, Set.of("NOT_CONNECTED"))),
            new Platform(Vendor.WEBEXCC, List.of("--webexcc.rate=0"), Map.of(), true, NAMED));

    /** @param names of vendors, by commas; all if empty */
    static List<Platform> named(String names) {
        Map<String, Platform> known =
                ALL.stream().collect(Collectors.toMap(one -> one.vendor.platform(), Function.identity()));
        List<Platform> chosen = new ArrayList<>();
        for (String name :
                names.isBlank() ? new String[0] : names.toLowerCase(Locale.ROOT).split(",")) {
            if (!known.containsKey(name.strip())) {
                throw new IllegalArgumentException("soak.platforms knows no " + name + "; it knows " + known.keySet());
            }
            chosen.add(known.get(name.strip()));
        }
        return chosen.isEmpty() ? ALL : List.copyOf(chosen);
    }

    String channel() {
        return vendor.channel();
    }

    @Override
    public String toString() {
        return channel();
    }
}
