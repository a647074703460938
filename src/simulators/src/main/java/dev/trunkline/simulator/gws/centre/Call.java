package dev.trunkline.simulator.gws.centre;

import dev.trunkline.simulator.BurstMark;
import dev.trunkline.simulator.FarEnd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A call of the switch: who is in it and what is attached to it. On the lane. */
final class Call {
    private final String uuid;
    private final String connId;
    private final CallType type;
    private final Agent placer;
    private final String number;
    private final Call parent;
    private final Instant placedAt = Instant.now();
    private final List<Party> parties = new ArrayList<>();
    private final Map<String, Object> userData = new LinkedHashMap<>();
    private final BurstMark burst = new BurstMark();
    private boolean disorderly;
    private boolean odd;

    /** @param parent of a consult: the call that it is about; else null */
    Call(long count, CallType type, Agent placer, String number, Call parent) {
        this.uuid = Ids.callUuid(count);
        this.connId = Ids.connId(count);
        this.type = type;
        this.placer = placer;
        this.number = number;
        this.parent = parent;
    }

    String uuid() {
        return uuid;
    }

    String connId() {
        return connId;
    }

    CallType type() {
        return type;
    }

    /** Who made it, or for whom it came. */
    Agent placer() {
        return placer;
    }

    /** As it was dialled. */
    String number() {
        return number;
    }

    Optional<Call> parent() {
        return Optional.ofNullable(parent);
    }

    Instant placedAt() {
        return placedAt;
    }

    List<Party> parties() {
        return parties;
    }

    Party join(Party party) {
        parties.add(party);
        party.agent().ifPresent(agent -> agent.calls().add(this));
        return party;
    }

    List<Party> live() {
        return parties.stream().filter(Party::live).toList();
    }

    /** His newest part in it, a live one before one that is over. */
    Optional<Party> of(Agent agent) {
        List<Party> his = parties.stream().filter(party -> party.is(agent)).toList();
        return his.stream().filter(Party::live).findFirst().or(() -> his.stream()
                .reduce((older, newer) -> newer));
    }

    /** Whom he talks to, or those whom he talked to. */
    List<Party> others(Agent agent) {
        List<Party> live = parties.stream()
                .filter(party -> !party.is(agent) && party.live())
                .toList();
        return live.isEmpty()
                ? parties.stream().filter(party -> !party.is(agent)).toList()
                : live;
    }

    /** Whether nobody of ours has it any more. */
    boolean over() {
        return live().stream().noneMatch(party -> party.agent().isPresent());
    }

    Map<String, Object> userData() {
        return userData;
    }

    BurstMark burst() {
        return burst;
    }

    /** The digits say nothing of a telephone of the house. */
    FarEnd farEnd() {
        return FarEnd.of(number);
    }

    boolean disorderly() {
        return disorderly;
    }

    void disturb() {
        disorderly = true;
    }

    /** Whether it is shown in a state that nobody knows. */
    boolean odd() {
        return odd;
    }

    void showOddly(boolean on) {
        odd = on;
    }
}
