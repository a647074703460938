package dev.trunkline.simulator.five9.centre;

import dev.trunkline.simulator.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A user with the role of an agent: where he is, how far he is with his log-in, and his calls. On the lane. */
public final class Agent {
    private final Person person;
    private final String id;
    private final Duty duty;
    private final Permissions permissions;
    private final Presence presence = new Presence();
    private final Map<String, Call> calls = new LinkedHashMap<>();
    private Farm farm = Farm.ATLANTA;
    private boolean farmReady = true;
    private Station station = Station.NONE;
    private Station lost;

    Agent(Person person, int index, DeskRules rules) {
        this.person = person;
        id = Ids.user(index);
        duty = new Duty(rules);
        permissions = new Permissions(rules.withoutPermissions());
    }

    public String id() {
        return id;
    }

    public Person person() {
        return person;
    }

    /** What he logs in with, and the word under which he is in the books. */
    public String name() {
        return person.userName();
    }

    /** Each has one, numbered as his telephone. */
    public String stationId() {
        return person.extension();
    }

    /** As his colleagues see him. */
    Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", id);
        shown.put("userName", name());
        shown.put("fullName", person.firstName() + " " + person.lastName());
        shown.put("extension", person.extension());
        return shown;
    }

    /** Where his domain lives now. */
    public Farm farm() {
        return farm;
    }

    /** Whether it answers there already. */
    public boolean farmReady() {
        return farmReady;
    }

    void move(Farm to, boolean ready) {
        farm = to;
        farmReady = ready;
    }

    public Duty duty() {
        return duty;
    }

    public Permissions permissions() {
        return permissions;
    }

    Presence presence() {
        return presence;
    }

    Station station() {
        return station;
    }

    void sitAt(Station next) {
        station = next;
        lost = null;
    }

    /** It is there no more until it is started again. */
    void loseStation() {
        if (station.type() != Station.Type.EMPTY) {
            lost = station;
            station = Station.NONE;
        }
    }

    void findStation() {
        if (lost != null) {
            sitAt(lost);
        }
    }

    /** Those that he has, those that wait for a disposition too, the oldest first. */
    List<Call> calls() {
        return new ArrayList<>(calls.values());
    }

    /** Whether a call can come to him. */
    boolean free() {
        return duty.state() == Duty.State.WORKING && calls.isEmpty();
    }

    Optional<Call> call(String callId) {
        return Optional.ofNullable(calls.get(callId));
    }

    void add(Call call) {
        calls.put(call.id(), call);
    }

    void remove(Call call) {
        calls.remove(call.id());
    }
}
