package dev.trunkline.simulator.webexcc.stream;

import dev.trunkline.simulator.webexcc.centre.Agent;
import dev.trunkline.simulator.webexcc.centre.Ids;

/** What an agent has subscribed; its id is the secret of the one socket that it is good for (sheet 5.1). */
public record Subscription(String id, Agent agent, Wish wish, long madeAt) {

    /** @param clientType groups the connections of one user by application */
    public record Wish(boolean keepAlive, String clientType, boolean multiLogin, boolean force) {}

    static Subscription of(Agent agent, Wish wish) {
        return new Subscription(wish.clientType() + "-" + Ids.next(), agent, wish, System.nanoTime());
    }

    @Override
    public String toString() {
        return "subscription of " + agent + " as " + wish.clientType();
    }
}
