package dev.trunkline.simulator.finesse;

import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Told;
import dev.trunkline.simulator.finesse.centre.Notifier;
import dev.trunkline.simulator.finesse.centre.Rules.BothNodes;
import dev.trunkline.simulator.finesse.centre.Whereabouts;
import dev.trunkline.simulator.finesse.rest.SystemInfo;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The one node or the two: notifications go to where the agent is, and he is to be at one of them only (sheet 2.5, 5.6). */
final class Nodes implements Notifier {
    private final BothNodes rule;
    private final Whereabouts whereabouts;
    private final Told told;
    private final List<FinesseNode> all = new CopyOnWriteArrayList<>();
    private BiConsumer<String, Boolean> presences = (agent, there) -> {};

    Nodes(BothNodes rule, Whereabouts whereabouts, Told told) {
        this.told = told;
        this.rule = rule;
        this.whereabouts = whereabouts;
    }

    void add(FinesseNode node) {
        all.add(node);
    }

    List<FinesseNode> all() {
        return all;
    }

    /** Those at which a fault happens. */
    List<FinesseNode> of(Fault fault) {
        return all.stream().filter(node -> fault.happensAt(node.name())).toList();
    }

    List<SystemInfo.Address> addressesForInfo() {
        return all.stream().map(FinesseNode::address).toList();
    }

    void whenPresenceChanges(BiConsumer<String, Boolean> listener) {
        presences = listener;
    }

    /** There at one node is there. */
    void presenceChanged(String agent) {
        presences.accept(agent, all.stream().anyMatch(node -> node.xmpp().isPresent(agent)));
    }

    Door doorOf(FinesseNode node) {
        return new Door() {
            @Override
            public boolean admits(String agent) {
                return rule != BothNodes.REFUSE
                        || othersThan(node).noneMatch(other -> other.xmpp().isConnected(agent));
            }

            @Override
            public void cameIn(String agent) {
                Fault ofAgent = Fault.of("conflict").onlyFor(agent);
                othersThan(node).forEach(other -> other.xmpp().endWithError(ofAgent, "conflict"));
            }
        };
    }

    private Stream<FinesseNode> othersThan(FinesseNode node) {
        return up().filter(other -> other != node);
    }

    /** To the node where somebody hears it, else to the one where the agent signed in; what a node misses while it is down is lost. */
    @Override
    public void deliver(String agentId, String node, String update, boolean disorderly) {
        told.add(agentId, update);
        Optional<FinesseNode> hearing =
                up().filter(one -> one.xmpp().hears(agentId)).findFirst();
        hearing.or(() -> homeOf(agentId)).ifPresent(one -> one.xmpp().deliver(agentId, node, update, disorderly));
    }

    private Stream<FinesseNode> up() {
        return all.stream().filter(node -> !node.isDown());
    }

    private Optional<FinesseNode> homeOf(String agentId) {
        return up().filter(one -> one.name().equals(whereabouts.of(agentId))).findFirst();
    }

    @Override
    public void cut(String agentId) {
        all.forEach(node -> node.xmpp().cut(agentId));
    }
}
