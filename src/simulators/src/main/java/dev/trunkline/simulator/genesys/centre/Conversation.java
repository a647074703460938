package dev.trunkline.simulator.genesys.centre;

import dev.trunkline.simulator.BurstMark;
import dev.trunkline.simulator.FarEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A conversation is the legs that it has had; a state of its own it does not have (sheet 1). On the lane. */
final class Conversation {
    private final String id = Ids.next();
    private final User placer;
    private String number;
    private final Catalogue.Entry queue;
    private final Instant placedAt = Instant.now();
    private final List<Participant> participants = new ArrayList<>();
    private final BurstMark burst = new BurstMark();
    private final Set<User> left = new HashSet<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private boolean disorderly;
    private Duration phoneSilent;
    private boolean noLines;
    private boolean oddState;
    private Preview preview;

    /** @param queue on behalf of which it is; nobody for a personal call */
    Conversation(User placer, String number, Optional<Catalogue.Entry> queue) {
        this.placer = placer;
        this.number = number;
        this.queue = queue.orElse(null);
    }

    String id() {
        return id;
    }

    User placer() {
        return placer;
    }

    String number() {
        return number;
    }

    /** Of a record that has several. */
    void call(String chosen) {
        number = chosen;
    }

    Optional<Catalogue.Entry> queue() {
        return Optional.ofNullable(queue);
    }

    Instant placedAt() {
        return placedAt;
    }

    BurstMark burst() {
        return burst;
    }

    Participant join(Participant participant) {
        participants.add(participant);
        participant.user().ifPresent(user -> user.conversations().add(this));
        return participant;
    }

    List<Participant> participants() {
        return participants;
    }

    Optional<Participant> find(String participantId) {
        return participants.stream()
                .filter(participant -> participant.id().equals(participantId))
                .findFirst();
    }

    List<Participant> live() {
        return callLegs(Participant::live);
    }

    /** Of the call, not of what was offered before it. */
    private List<Participant> callLegs(Predicate<Participant> which) {
        return participants.stream()
                .filter(participant -> !participant.ofOffer())
                .filter(which)
                .toList();
    }

    /** His newest leg, a live one before one that is over. */
    Optional<Participant> of(User user) {
        List<Participant> his = callLegs(participant -> participant.is(user));
        return his.stream()
                .filter(Participant::live)
                .reduce((older, newer) -> newer)
                .or(() -> his.stream().reduce((older, newer) -> newer));
    }

    boolean has(User user) {
        return participants.stream().anyMatch(participant -> participant.is(user));
    }

    /** Whether nobody of the organisation has anything to do with it any more. */
    boolean over() {
        return participants.stream()
                .filter(participant -> participant.user().isPresent())
                .noneMatch(participant -> participant.live() || participant.workDue());
    }

    /** The digits say nothing of the phone of an agent. */
    FarEnd farEnd() {
        return number.startsWith("queue:") ? FarEnd.ANSWERS : FarEnd.of(number);
    }

    /** Whether he has still to be told: who has left those who stay is told so once, and the end of it all is told to its end. */
    boolean newsFor(User user, boolean gone) {
        if (!gone) {
            left.remove(user);
            return true;
        }
        boolean told = left.contains(user);
        boolean ending = live().isEmpty()
                && participants.stream().anyMatch(party -> party.leg().state() != LegState.TERMINATED);
        if (!ending) {
            left.add(user);
        }
        return !told;
    }

    /** What the dial brought for the other party. */
    Map<String, String> attributes() {
        return attributes;
    }

    Optional<Preview> preview() {
        return Optional.ofNullable(preview);
    }

    void offers(Preview record) {
        preview = record;
    }

    boolean disorderly() {
        return disorderly;
    }

    void disturb() {
        disorderly = true;
    }

    /** The agent's phone will ring for so long, and not answer. */
    void silencePhone(Duration ringing) {
        phoneSilent = ringing;
    }

    Optional<Duration> phoneSilent() {
        return Optional.ofNullable(phoneSilent);
    }

    void takeLines() {
        noLines = true;
    }

    boolean noLines() {
        return noLines;
    }

    /** Whether its legs show a state that nobody knows. */
    boolean oddState() {
        return oddState;
    }

    void showOddState(boolean on) {
        oddState = on;
    }
}
