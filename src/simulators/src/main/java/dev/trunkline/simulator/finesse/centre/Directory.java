package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.Person;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The agents of the contact centre and the phones that Unified CM has for them. */
public final class Directory {
    private final Map<String, Agent> agents = new LinkedHashMap<>();
    private final Set<String> phones;

    public Directory(List<Person> people) {
        people.forEach(person -> agents.put(person.userName(), new Agent(person)));
        phones = people.stream().map(Person::extension).collect(Collectors.toUnmodifiableSet());
    }

    public Optional<Agent> find(String id) {
        return Optional.ofNullable(agents.get(id));
    }

    public Collection<Agent> all() {
        return agents.values();
    }

    /** Who is signed in with this extension. */
    Optional<Agent> at(String extension) {
        return agents.values().stream()
                .filter(agent -> agent.signedIn() && agent.extension().equals(extension))
                .findFirst();
    }

    boolean hasPhone(String extension) {
        return phones.contains(extension);
    }

    boolean usedByAnother(String extension, Agent agent) {
        return agents.values().stream()
                .anyMatch(other -> other != agent && other.extension().equals(extension));
    }
}
