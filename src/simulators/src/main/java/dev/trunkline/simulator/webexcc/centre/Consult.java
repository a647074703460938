package dev.trunkline.simulator.webexcc.centre;

import java.util.Optional;

/** Somebody whom an agent asks while his customer waits (sheet 4). On the lane. */
final class Consult {
    private final Agent by;
    private final String to;
    private final String type;
    private final Media media;
    private Participant party;
    private boolean talks;

    /** @param type its {@code destinationType} */
    Consult(Agent by, String to, String type) {
        this.by = by;
        this.to = to;
        this.type = type;
        media = new Media(Ids.next(), "consult");
        media.add(by.id());
    }

    Agent by() {
        return by;
    }

    String to() {
        return to;
    }

    String type() {
        return type;
    }

    Media media() {
        return media;
    }

    /** Nobody while it waits in a queue. */
    Optional<Participant> party() {
        return Optional.ofNullable(party);
    }

    void ring(Participant one) {
        party = one;
        media.add(one.id());
    }

    /** The colleague, if it is one. */
    Optional<Agent> colleague() {
        return party().flatMap(Participant::agent);
    }

    boolean talks() {
        return talks;
    }

    void answer() {
        talks = true;
    }

    boolean ofQueue() {
        return type.equals("queue");
    }
}
