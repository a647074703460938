package dev.trunkline.simulator.toy;

import dev.trunkline.simulator.Person;
import java.util.Map;

/** Somebody at work, or not. On the lane. */
final class Agent {
    private final Person person;
    private String state = "out";
    private String phone = "";

    Agent(Person person) {
        this.person = person;
    }

    String name() {
        return person.userName();
    }

    String phone() {
        return phone;
    }

    boolean isAt(String asked) {
        return state.equals(asked);
    }

    void become(String next, String at) {
        state = next;
        phone = next.equals("out") ? "" : at.isEmpty() ? phone : at;
    }

    Map<String, Object> told(String mark) {
        return Map.of(
                "user", name(),
                "name", person.firstName() + " " + person.lastName(),
                "state", state,
                "phone", phone,
                "mark", mark);
    }
}
