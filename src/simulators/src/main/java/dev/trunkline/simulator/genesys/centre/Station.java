package dev.trunkline.simulator.genesys.centre;

import dev.trunkline.simulator.Person;

/** A phone, named for the number under which it rings. */
public record Station(String id, String name, String extension, String homeUserId) {
    static Station of(Person person) {
        return new Station(
                Ids.of("station", person.extension()),
                person.extension(),
                person.extension(),
                Ids.of("user", person.userName()));
    }
}
