package dev.trunkline.simulator;

import java.util.ArrayList;
import java.util.List;

/** Who works in the simulated contact centre: five people of the demo and as many numbered agents as a load test wants. */
public final class People {
    private static final String PASSWORD = "secret";
    private static final int FIRST_NUMBERED_EXTENSION = 20_001;

    private People() {}

    public static List<Person> demoAnd(int numbered) {
        List<Person> people = new ArrayList<>(List.of(
                new Person("alice", "Alice", "Moreau", PASSWORD, "1001"),
                new Person("bob", "Bob", "Tanaka", PASSWORD, "1002"),
                new Person("carol", "Carol", "Nyström", PASSWORD, "1003"),
                new Person("dave", "Dave", "Okonkwo", PASSWORD, "1004"),
                new Person("erin", "Erin", "Vargas", PASSWORD, "1005")));
        for (int i = 0; i < numbered; i++) {
            people.add(numbered(i));
        }
        return List.copyOf(people);
    }

    private static Person numbered(int index) {
        String name = "agent%04d".formatted(index + 1);
        String extension = Integer.toString(FIRST_NUMBERED_EXTENSION + index);
        return new Person(name, "Agent", "Number " + (index + 1), PASSWORD, extension);
    }
}
