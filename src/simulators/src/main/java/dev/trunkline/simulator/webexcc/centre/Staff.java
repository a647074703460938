package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.FarEnd;
import dev.trunkline.simulator.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The agents of the organisation. */
public final class Staff {
    private final Map<String, Agent> byName = new LinkedHashMap<>();
    private final Map<String, Agent> byId = new LinkedHashMap<>();

    public Staff(List<Person> people) {
        for (Person person : people) {
            Agent agent = new Agent(person);
            byName.put(agent.name(), agent);
            byId.put(agent.id(), agent);
        }
    }

    public Optional<Agent> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** By what he signs in with: his address, or only its first part. */
    public Optional<Agent> byLogin(String login) {
        return find(login.replaceAll("@.*", ""));
    }

    public Optional<Agent> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Collection<Agent> all() {
        return new ArrayList<>(byName.values());
    }

    /** Who has logged in there. On the lane. */
    Optional<Agent> at(String dialNumber) {
        return byName.values().stream()
                .filter(agent -> agent.station()
                        .filter(station -> station.login().dialNumber().equals(dialNumber))
                        .isPresent())
                .findFirst();
    }

    /** How the other end of this number behaves; the digits say nothing of an extension of the house. */
    public FarEnd farEnd(String number) {
        boolean extension =
                byName.values().stream().anyMatch(agent -> agent.extension().equals(number));
        return extension ? FarEnd.ANSWERS : FarEnd.of(number);
    }
}
