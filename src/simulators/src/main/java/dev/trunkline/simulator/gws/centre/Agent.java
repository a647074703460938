package dev.trunkline.simulator.gws.centre;

import dev.trunkline.simulator.Person;
import java.util.LinkedHashSet;
import java.util.Set;

/** A person with the role of an agent: one device at one place. On the lane. */
public final class Agent {
    private final Person person;
    private final String id;
    private final Device device;
    private final Set<Call> calls = new LinkedHashSet<>();
    private Call lastCall;

    Agent(Person person, String number) {
        this.person = person;
        this.id = Ids.of("user", person.userName()).replace("-", "");
        this.device = new Device(Ids.of("device", person.userName()), number);
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

    public Device device() {
        return device;
    }

    public String number() {
        return device.number();
    }

    public String place() {
        return "Place_" + device.number();
    }

    /** Those that he has a part in now, the oldest first. */
    Set<Call> calls() {
        return calls;
    }

    /** The one that he left last. */
    Call lastCall() {
        return lastCall;
    }

    void left(Call call) {
        calls.remove(call);
        lastCall = call;
    }
}
