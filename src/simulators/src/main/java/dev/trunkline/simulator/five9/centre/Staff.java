package dev.trunkline.simulator.five9.centre;

import dev.trunkline.simulator.FarEnd;
import dev.trunkline.simulator.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The agents of the domain. */
public final class Staff {
    private final Map<String, Agent> byName = new LinkedHashMap<>();
    private final Map<String, Agent> byId = new LinkedHashMap<>();
    private final Map<String, Agent> byStation = new LinkedHashMap<>();

    public Staff(List<Person> people, DeskRules rules) {
        for (Person person : people) {
            Agent agent = new Agent(person, byName.size(), rules);
            byName.put(agent.name(), agent);
            byId.put(agent.id(), agent);
            byStation.put(agent.stationId(), agent);
        }
    }

    /** By what he logs in with. */
    public Optional<Agent> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<Agent> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Agent> ownerOf(String stationId) {
        return Optional.ofNullable(byStation.get(stationId));
    }

    /** How the other end of this number behaves; the digits say nothing of a telephone of the house. */
    public FarEnd farEnd(String number) {
        return byStation.containsKey(number) ? FarEnd.ANSWERS : FarEnd.of(number);
    }

    public Collection<Agent> all() {
        return new ArrayList<>(byName.values());
    }
}
