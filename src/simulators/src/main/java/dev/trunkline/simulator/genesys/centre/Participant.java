package dev.trunkline.simulator.genesys.centre;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The owner of a leg in one conversation; participants accumulate, a party who comes again is a new one (sheet 1). On the lane. */
final class Participant {
    private final String id = Ids.next();
    private final Purpose purpose;
    private final String name;
    private final Address address;
    private final User user;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final AfterCallWork work;
    private final Leg leg;
    private final boolean offer;
    private String consult = "";
    private String uuiData = "";

    /** How the party is reached. @param own its own address; @param ani who calls; @param dnis who is called */
    record Address(String own, String ani, String dnis) {}

    private Participant(Who who, Leg leg, AfterCallWork work, boolean offer) {
        this.purpose = who.purpose;
        this.name = who.name;
        this.address = who.address;
        this.user = who.user;
        this.leg = leg;
        this.work = work;
        this.offer = offer;
    }

    private record Who(Purpose purpose, String name, Address address, User user) {}

    /** Somebody of the organisation. @param work empty if nothing is due afterwards */
    static Participant user(User user, Purpose purpose, Address address, Leg leg, Optional<AfterCallWork> work) {
        return new Participant(new Who(purpose, user.name(), address, user), leg, work.orElse(null), false);
    }

    static Participant outside(Purpose purpose, Address address, Leg leg) {
        String name = address.own().replaceAll("^\\w+:", "");
        return new Participant(new Who(purpose, name, address, null), leg, null, false);
    }

    /** A party of a callback: what is offered before anybody is called. @param user nobody for the customer */
    static Participant ofOffer(Optional<User> user, Address address, Leg leg, Optional<AfterCallWork> work) {
        Purpose purpose = user.isPresent() ? Purpose.AGENT : Purpose.CUSTOMER;
        String name = user.map(User::name).orElse("Doc Brown");
        return new Participant(new Who(purpose, name, address, user.orElse(null)), leg, work.orElse(null), true);
    }

    String id() {
        return id;
    }

    Purpose purpose() {
        return purpose;
    }

    String name() {
        return name;
    }

    Address address() {
        return address;
    }

    Optional<User> user() {
        return Optional.ofNullable(user);
    }

    boolean is(User somebody) {
        return somebody != null && user == somebody;
    }

    Leg leg() {
        return leg;
    }

    boolean live() {
        return leg.live();
    }

    boolean talks() {
        return leg.talks();
    }

    /** Whether its leg is a callback, not a call. */
    boolean ofOffer() {
        return offer;
    }

    Optional<AfterCallWork> work() {
        return Optional.ofNullable(work);
    }

    boolean workDue() {
        return work != null && work.due();
    }

    Map<String, String> attributes() {
        return attributes;
    }

    /** The one who is consulted; empty if nobody is. */
    String consult() {
        return consult;
    }

    void consult(String participantId) {
        consult = participantId;
    }

    String uuiData() {
        return uuiData;
    }

    void uuiData(String data) {
        uuiData = data;
    }
}
