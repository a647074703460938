package dev.trunkline.simulator.gws.centre;

import dev.trunkline.simulator.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The agents, and which telephones the house has. */
public final class Staff {
    private final Map<String, Agent> byName = new LinkedHashMap<>();
    private final Map<String, Agent> byNumber = new LinkedHashMap<>();
    private final Set<String> otherExtensions;

    public Staff(List<Person> people, Rules rules) {
        otherExtensions = rules.otherExtensions();
        for (Person person : people) {
            String number = rules.firstExtension() == 0
                    ? person.extension()
                    : Integer.toString(rules.firstExtension() + byName.size());
            Agent agent = new Agent(person, number);
            byName.put(agent.name(), agent);
            byNumber.put(number, agent);
        }
    }

    /** By what he logs in with. */
    public Optional<Agent> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Collection<Agent> all() {
        return new ArrayList<>(byName.values());
    }

    /** At whose desk this number rings. */
    Optional<Agent> at(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    boolean inHouse(String number) {
        return byNumber.containsKey(number) || otherExtensions.contains(number);
    }
}
