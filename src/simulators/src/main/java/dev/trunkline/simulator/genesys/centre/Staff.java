package dev.trunkline.simulator.genesys.centre;

import dev.trunkline.simulator.Person;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The users of the organisation and the stations on their desks. */
public final class Staff {
    private final Map<String, User> byId = new LinkedHashMap<>();
    private final Map<String, User> byAgent = new LinkedHashMap<>();
    private final Map<String, Station> stations = new LinkedHashMap<>();
    private final Map<String, User> byExtension = new LinkedHashMap<>();

    public Staff(List<Person> people) {
        people.stream().map(User::new).forEach(user -> {
            byId.put(user.id(), user);
            byAgent.put(user.agent(), user);
            stations.put(user.ownStation().id(), user.ownStation());
            byExtension.put(user.ownStation().extension(), user);
        });
    }

    public Optional<User> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** By the word under which he is in the books. */
    public Optional<User> agent(String name) {
        return Optional.ofNullable(byAgent.get(name));
    }

    /** By the user name, which is his e-mail. */
    public Optional<User> byLogin(String login) {
        return agent(login.replaceAll("@.*", "")).filter(user -> user.email().equals(login));
    }

    public Collection<User> all() {
        return byId.values();
    }

    public Optional<Station> station(String id) {
        return Optional.ofNullable(stations.get(id));
    }

    public Collection<Station> stations() {
        return stations.values();
    }

    /** Who sits at a station now. */
    public Optional<User> at(Station station) {
        User owner = byExtension.get(station.extension());
        return owner.station().filter(station::equals).isPresent()
                ? Optional.of(owner)
                : byId.values().stream()
                        .filter(user -> user.station().filter(station::equals).isPresent())
                        .findFirst();
    }

    /** At whose desk this number rings. */
    Optional<User> dialled(String number) {
        return Optional.ofNullable(byExtension.get(number))
                .map(User::ownStation)
                .flatMap(this::at);
    }
}
