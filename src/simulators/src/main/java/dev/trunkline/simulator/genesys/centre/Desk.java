package dev.trunkline.simulator.genesys.centre;

import dev.trunkline.simulator.genesys.centre.PresenceDefinition.SystemPresence;

/** What a user is to others and to routing, beside his calls (sheet 2.4). On the lane. */
public final class Desk {
    private final Calls calls;
    private final Publisher publisher;
    private final Rules rules;

    Desk(Calls calls, Publisher publisher, Rules rules) {
        this.calls = calls;
        this.publisher = publisher;
        this.rules = rules;
    }

    public void present(User user, PresenceDefinition as) {
        user.present(as);
        publisher.presence(user);
        follow(user);
    }

    /** Routing follows presence and calls. */
    void follow(User user) {
        RoutingStatus now = statusOf(user);
        if (user.routing() != now && (user.routing() != RoutingStatus.NOT_RESPONDING || !user.onQueue())) {
            user.route(now);
            publisher.routing(user);
        }
    }

    private RoutingStatus statusOf(User user) {
        if (!user.onQueue()) {
            return RoutingStatus.OFF_QUEUE;
        }
        return calls.of(user).stream()
                .findFirst()
                .map(call -> call.queue().isPresent() ? RoutingStatus.INTERACTING : RoutingStatus.COMMUNICATING)
                .orElse(RoutingStatus.IDLE);
    }

    void notResponding(User user) {
        if (user.onQueue()) {
            user.route(RoutingStatus.NOT_RESPONDING);
            publisher.routing(user);
        }
    }

    /** Going on queue is done by presence; the way out of not responding is unconfirmed (sheet 2.4). */
    public void route(User user, RoutingStatus wanted) {
        boolean back = user.routing() == RoutingStatus.NOT_RESPONDING
                && wanted == RoutingStatus.IDLE
                && rules.idleEndsNotResponding();
        if (!back && wanted != user.routing()) {
            throw ApiErrorException.badRequest("Routing status cannot go from " + user.routing() + " to " + wanted);
        }
        user.route(wanted);
        publisher.routing(user);
        follow(user);
    }

    public void associate(User user, Station station) {
        user.associate(station);
        publisher.station(user);
    }

    public void leaveStation(User user) {
        user.associate(null);
        publisher.station(user);
    }

    /** A presence that only the system gives. */
    public static boolean selectable(PresenceDefinition definition) {
        return definition.system() != SystemPresence.IDLE;
    }
}
