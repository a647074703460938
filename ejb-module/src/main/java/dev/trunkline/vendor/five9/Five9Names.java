package dev.trunkline.vendor.five9;

import dev.trunkline.model.Code;
import dev.trunkline.model.SecretNames;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.five9.wire.Campaign;
import dev.trunkline.vendor.five9.wire.Reason;
import dev.trunkline.vendor.five9.wire.Variable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the organisation's ids are called, as far as it was read (sheet 3.1, 3.4). Safe for threads. */
final class Five9Names {
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final Map<String, String> campaigns = new HashMap<>();
    /** By name: one that was stopped is still that one, and the platform itself says what is wrong with it. */
    private final Map<String, String> campaignIds = new HashMap<>();

    private final Map<String, String> reasons = new HashMap<>();

    synchronized void variables(List<Variable> all) {
        variables.clear();
        all.forEach(one -> variables.put(one.id(), one));
    }

    synchronized void campaign(Campaign campaign) {
        campaigns.put(campaign.id(), campaign.name());
        campaignIds.put(campaign.name().toLowerCase(Locale.ROOT), campaign.id());
    }

    synchronized void reasons(List<Reason> all) {
        reasons.clear();
        all.forEach(one -> reasons.put(one.id(), one.name()));
    }

    /** By id. */
    synchronized Map<String, String> reasons() {
        return Map.copyOf(reasons);
    }

    synchronized void forgetCampaigns() {
        campaigns.clear();
    }

    synchronized Optional<String> campaign(String id) {
        return Optional.ofNullable(campaigns.get(id));
    }

    synchronized Optional<String> campaignNamed(String name) {
        return Optional.ofNullable(campaignIds.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Under the names that clients know; an unknown id stays (sheet 8.2). Secrets are left out (contract 3.6). */
    synchronized Map<String, String> named(Map<String, String> values) {
        Map<String, String> named = new LinkedHashMap<>();
        values.forEach((id, value) -> {
            Optional<Variable> known = Optional.ofNullable(variables.get(id));
            String name = known.map(Variable::fullName).orElse(id);
            if (!SecretNames.contain(name)
                    && known.filter(one -> SecretNames.contain(one.name())).isEmpty()) {
                named.put(name, value);
            }
        });
        return named;
    }

    /** The same back: a client may leave the group out where one name is enough. */
    synchronized Map<String, String> ids(Map<String, String> values) {
        Map<String, String> ids = new LinkedHashMap<>();
        values.forEach((name, value) -> ids.put(id(name), value));
        return ids;
    }

    /** Whether each of these names one or more. */
    synchronized boolean know(Set<String> wanted) {
        return wanted.stream().noneMatch(name -> named(name).isEmpty());
    }

    private String id(String name) {
        List<Variable> found = named(name);
        if (found.size() != 1) {
            String why = found.isEmpty() ? "Five9 has no such call variable" : "more than one group has it";
            throw new VendorException(Code.INVALID_DATA, "variables: " + name + ": " + why);
        }
        return found.get(0).id();
    }

    /** By its full name or id, else by its own name. */
    private List<Variable> named(String name) {
        List<Variable> full = variables.values().stream()
                .filter(one -> one.fullName().equalsIgnoreCase(name) || one.id().equals(name))
                .toList();
        return full.isEmpty()
                ? variables.values().stream()
                        .filter(one -> one.name().equalsIgnoreCase(name))
                        .toList()
                : full;
    }
}
