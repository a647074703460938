package dev.trunkline.simulator.webexcc.centre;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One party of a contact (sheet 5.2). On the lane. */
final class Participant {
    private final String id;
    private final String type;
    private final Agent agent;
    private boolean offered;
    private boolean joined;
    private boolean left;
    private boolean consulted;
    private String consultState;
    private boolean wrapUp;
    private boolean wrappedUp;
    private boolean wrapsUp;
    private Long joinedAt;
    private Long consultedAt;
    private Long wrapUpAt;
    private long updatedAt = System.currentTimeMillis();

    private Participant(String id, String type, Agent agent) {
        this.id = id;
        this.type = type;
        this.agent = agent;
    }

    static Participant customer(String number) {
        return new Participant(number, "Customer", null);
    }

    /** A number or an entry point that was consulted. */
    static Participant outside(String id, String type) {
        return new Participant(id, type, null);
    }

    static Participant of(Agent agent) {
        return new Participant(agent.id(), "Agent", agent);
    }

    String id() {
        return id;
    }

    String type() {
        return type;
    }

    Optional<Agent> agent() {
        return Optional.ofNullable(agent);
    }

    boolean joined() {
        return joined && !left;
    }

    /** At any time. */
    boolean hasJoined() {
        return joined;
    }

    boolean wrapUp() {
        return wrapUp;
    }

    /** Whether he has got so far that for him it is nothing but a wrap-up. */
    boolean wrapsUp() {
        return wrapsUp;
    }

    void beginWrapUp() {
        wrapsUp = true;
    }

    void offer() {
        offered = true;
        touch();
    }

    void join() {
        joined = true;
        left = false;
        joinedAt = touch();
    }

    void leave() {
        left = true;
        touch();
    }

    /** @param state null when it is over */
    void consult(String state, boolean called) {
        consulted = called;
        consultState = state;
        consultedAt = state == null ? null : touch();
    }

    void wrapUp(boolean due) {
        wrapUp = due;
        wrappedUp = wrappedUp || !due;
        wrapUpAt = touch();
    }

    private long touch() {
        updatedAt = System.currentTimeMillis();
        return updatedAt;
    }

    Map<String, Object> shown() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", id);
        all.put("pType", type);
        all.put("type", type);
        all.put("callerId", null);
        all.put("hasJoined", joined);
        all.put("hasLeft", left);
        all.put("isInPredial", false);
        agent().ifPresent(one -> addAgent(all, one));
        return all;
    }

    private void addAgent(Map<String, Object> all, Agent one) {
        Optional<Station> station = one.station();
        all.put("name", one.fullName());
        all.put("dn", station.map(at -> at.login().dialNumber()).orElse(one.extension()));
        all.put("teamId", Catalogue.TEAM.id());
        all.put("teamName", Catalogue.TEAM.name());
        all.put("siteId", Catalogue.SITE.id());
        all.put("queueId", Catalogue.QUEUES.get(0).id());
        all.put("queueMgrId", "aqm");
        all.put("sessionId", station.map(Station::sessionId).orElse(""));
        all.put("channelId", station.map(Station::channelId).orElse(""));
        all.put("autoAnswerEnabled", false);
        all.put("skillId", null);
        all.put("skillName", null);
        all.put("skills", List.of());
        all.put("isOffered", offered);
        all.put("joinTimestamp", joinedAt);
        all.put("isConsulted", consulted);
        all.put("consultState", consultState);
        all.put("consultTimestamp", consultedAt);
        all.put("isWrapUp", wrapUp);
        all.put("isWrappedUp", wrappedUp);
        all.put("wrapUpTimestamp", wrapUpAt);
        all.put("lastUpdated", updatedAt);
        all.put("bnrDetails", null);
    }
}
