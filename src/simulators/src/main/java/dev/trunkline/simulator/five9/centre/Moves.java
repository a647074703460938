package dev.trunkline.simulator.five9.centre;

import dev.trunkline.simulator.five9.centre.DeskRules.AfterMigration;
import dev.trunkline.simulator.five9.centre.DeskRules.MovedCalls;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The domain moves to its other data centre while people work (sheet 5.6). On the lane. */
final class Moves {
    static final String FORCED = "Domain Migrated, please use MetadataAPI to reload client.";

    private final Room room;
    private final CallFlow flow;
    private final Map<Farm, Supplier<Map<String, Object>>> metadata;

    /** @param metadata what the domain tells of itself while it lives at that farm */
    Moves(Room room, CallFlow flow, Map<Farm, Supplier<Map<String, Object>>> metadata) {
        this.room = room;
        this.flow = flow;
        this.metadata = metadata;
    }

    /** @param announced whether it is told before and after, or only when it happens @param lasting until the other farm is ready */
    void begin(Predicate<String> agents, boolean announced, Duration lasting) {
        Map<Farm, List<Agent>> homes = room.staff().all().stream()
                .filter(agent -> agents.test(agent.name()))
                .collect(Collectors.groupingBy(Agent::farm));
        homes.forEach((from, here) -> begin(here, from, announced, lasting));
    }

    private void begin(List<Agent> here, Farm from, boolean announced, Duration lasting) {
        Predicate<String> theirs =
                name -> here.stream().anyMatch(agent -> agent.name().equals(name));
        Notifier notifier = room.publisher().notifier();
        if (announced) {
            notifier.announce(theirs, from, Event.of(70, "STARTED", null));
        }
        here.forEach(this::leave);
        notifier.abandon(theirs, from);
        notifier.announce(
                theirs, from, Event.of(1002, FORCED, metadata.get(from.other()).get()));
        room.lane().after(lasting, () -> {
            here.forEach(this::arrive);
            if (announced) {
                notifier.announce(theirs, from, Event.of(73, "COMPLETED", "IDLE_MAINTENANCE"));
            }
        });
    }

    /** A system disposition is set on what he was doing, unless calls are kept; nobody tells him. */
    private void leave(Agent agent) {
        room.publisher().notifier().abandon(agent.name()::equals, agent.farm());
        if (room.rules().desk().movedCalls() == MovedCalls.ENDED) {
            flow.endAll(agent);
        }
        agent.move(agent.farm().other(), false);
    }

    private void arrive(Agent agent) {
        agent.move(agent.farm(), true);
        AfterMigration then = room.rules().desk().afterMigration();
        if (agent.duty().started() && then == AfterMigration.RELOGIN) {
            agent.duty().beginAgain(true);
        } else if (then == AfterMigration.SELECT_STATION) {
            agent.duty().stop();
            agent.sitAt(Station.NONE);
        }
    }
}
