package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One agent: a user with a licence, perhaps a station, perhaps contacts. On the lane. */
public final class Agent {
    private final Person person;
    private final String id;
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private Station station;

    Agent(Person person) {
        this.person = person;
        id = Ids.of("user", person.userName());
    }

    /** As the books and the control plane call him. */
    public String name() {
        return person.userName();
    }

    public Person person() {
        return person;
    }

    public String fullName() {
        return person.firstName() + " " + person.lastName();
    }

    /** His user id, which is the agent id on the wire. */
    public String id() {
        return id;
    }

    public String email() {
        return name() + "@example.com";
    }

    public String extension() {
        return person.extension();
    }

    public Optional<Station> station() {
        return Optional.ofNullable(station);
    }

    void logIn(Station.Login login) {
        station = new Station(login);
    }

    void logOut() {
        station = null;
    }

    boolean available() {
        return station != null && station.available();
    }

    /** What he has, unfinished wrap-ups too. */
    List<Task> tasks() {
        return new ArrayList<>(tasks.values());
    }

    Optional<Task> task(String taskId) {
        return Optional.ofNullable(tasks.get(taskId));
    }

    void add(Task task) {
        tasks.put(task.id(), task);
    }

    void remove(Task task) {
        tasks.remove(task.id());
    }

    /** Whether his voice channel is engaged: by a call, an offer or a wrap-up (sheet 6.2). */
    boolean engaged() {
        return !tasks.isEmpty();
    }

    @Override
    public String toString() {
        return name();
    }
}
