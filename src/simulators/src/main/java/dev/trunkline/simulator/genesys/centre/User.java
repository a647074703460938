package dev.trunkline.simulator.genesys.centre;

import dev.trunkline.simulator.Person;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** An agent: a user of the organisation, with a station, a presence and a routing status of his own (sheet 2.4). On the lane. */
public final class User {
    private final Person person;
    private final String id;
    private final Station station;
    private final Set<Conversation> conversations = new LinkedHashSet<>();
    private Station associated;
    private PresenceDefinition presence = PresenceDefinition.OFFLINE;
    private Instant presenceSince = Instant.now();
    private RoutingStatus routing = RoutingStatus.OFF_QUEUE;
    private Instant routingSince = Instant.now();

    User(Person person) {
        this.person = person;
        this.id = Ids.of("user", person.userName());
        this.station = Station.of(person);
        this.associated = station;
    }

    public String id() {
        return id;
    }

    public Person person() {
        return person;
    }

    /** The word under which he is in the books. */
    public String agent() {
        return person.userName();
    }

    public String name() {
        return person.firstName() + " " + person.lastName();
    }

    /** What he logs in with. */
    public String email() {
        return person.userName() + "@example.com";
    }

    /** The phone on his desk. */
    public Station ownStation() {
        return station;
    }

    public Optional<Station> station() {
        return Optional.ofNullable(associated);
    }

    void associate(Station with) {
        associated = with;
    }

    public PresenceDefinition presence() {
        return presence;
    }

    public Instant presenceSince() {
        return presenceSince;
    }

    void present(PresenceDefinition as) {
        presence = as;
        presenceSince = Instant.now();
    }

    /** Those that he came into; some may be over. */
    Set<Conversation> conversations() {
        return conversations;
    }

    public boolean onQueue() {
        return presence.system() == PresenceDefinition.SystemPresence.ON_QUEUE;
    }

    public RoutingStatus routing() {
        return routing;
    }

    public Instant routingSince() {
        return routingSince;
    }

    void route(RoutingStatus as) {
        routing = as;
        routingSince = Instant.now();
    }
}
