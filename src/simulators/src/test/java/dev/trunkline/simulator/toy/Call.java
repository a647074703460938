package dev.trunkline.simulator.toy;

import dev.trunkline.simulator.BookEntry;
import dev.trunkline.simulator.FarEnd;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** One call of one agent. On the lane. */
final class Call {
    private final String id;
    private final Agent agent;
    private final String number;
    private final String mark;
    private final Instant placedAt = Instant.now();
    private Instant changedAt = placedAt.truncatedTo(ChronoUnit.MILLIS);
    private String state = "dialling";
    private String cause = "";

    Call(String id, Agent agent, String number, String mark) {
        this.id = id;
        this.agent = agent;
        this.number = number;
        this.mark = mark;
    }

    String id() {
        return id;
    }

    Agent agent() {
        return agent;
    }

    FarEnd farEnd() {
        return FarEnd.of(number);
    }

    boolean isIn(String asked) {
        return state.equals(asked);
    }

    boolean over() {
        return isIn("over");
    }

    /** No two changes of a call have the same time. */
    void become(String next, String why) {
        state = next;
        cause = why;
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        changedAt = now.isAfter(changedAt) ? now : changedAt.plusMillis(1);
    }

    Map<String, Object> told() {
        return Map.of(
                "id", id,
                "state", state,
                "from", agent.phone(),
                "number", number,
                "cause", cause,
                "mark", mark,
                "at", changedAt.toString());
    }

    BookEntry booked() {
        return new BookEntry(Toy.NAME, id, agent.name(), number, placedAt, state, over(), 0);
    }
}
