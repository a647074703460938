package dev.trunkline.simulator.five9.centre;

import dev.trunkline.simulator.ChangeBurst;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What goes wrong with agents and their calls (sheet 9.3). On the lane. */
public final class Trouble {
    private static final String CALLER = "6085550100";

    private final Room room;
    private final Desk desk;
    private final CallFlow flow;
    private final Moves moves;
    private final List<ChangeBurst<Call>> bursts = new ArrayList<>();

    Trouble(Room room, Desk desk, CallFlow flow, Moves moves) {
        this.room = room;
        this.desk = desk;
        this.flow = flow;
        this.moves = moves;
    }

    /** @param announced by 70 and 73 */
    public void migrate(Predicate<String> agents, boolean announced, Duration lasting) {
        moves.begin(agents, announced, lasting);
    }

    public void notice(Agent agent, String annotation) {
        desk.post(agent, annotation);
    }

    public void selectSkills(Agent agent) {
        desk.askForSkills(agent);
    }

    public void askAgain(Agent agent) {
        desk.askAgain(agent);
    }

    public void loseStation(Agent agent) {
        desk.loseStation(agent);
    }

    public void notReady(Agent agent) {
        desk.notReady(agent);
    }

    /** He is no agent any more, his calls are over. */
    public void logOut(Agent agent) {
        endCalls(agent);
        desk.stop(agent);
    }

    /** His calls end, disposed by the system. */
    public void endCalls(Agent agent) {
        flow.endAll(agent);
    }

    /** Somebody from outside calls him, whatever he is doing. */
    public void secondCall(Agent agent) {
        Campaign support = room.catalogue().campaigns().stream()
                .filter(Campaign::inbound)
                .findFirst()
                .orElseThrow();
        flow.offer(room.calls().add(Call.incoming(agent, CallType.INBOUND, CALLER, support)));
    }

    /** @param lasting null for good */
    public void takePermission(Agent agent, String name, Duration lasting) {
        agent.permissions().take(name);
        room.publisher().permissions(agent);
        if (lasting != null) {
            room.lane().after(lasting, () -> {
                agent.permissions().give(name);
                room.publisher().permissions(agent);
            });
        }
    }

    /** @param lasting null for good */
    public void stopCampaign(String idOrName, Duration lasting) {
        room.catalogue().campaigns().stream()
                .filter(one -> one.id().equals(idOrName) || one.name().equals(idOrName))
                .forEach(one -> {
                    run(one, false);
                    if (lasting != null) {
                        room.lane().after(lasting, () -> run(one, true));
                    }
                });
    }

    private void run(Campaign campaign, boolean on) {
        campaign.run(on);
        String url = "/appsvcs/rs/svc/orgs/" + Ids.ORGANISATION + "/campaigns/" + campaign.id();
        room.staff().all().forEach(agent -> room.publisher().invalidated(agent, url));
    }

    /** His calls as they are now, told once more. @param state in place of theirs, empty for their own */
    public void tellAgain(Agent agent, String state, String reason) {
        agent.calls().forEach(call -> {
            call.showAs(state);
            room.publisher().updated(call, reason);
            call.showAs("");
        });
    }

    /** Payloads as no event of this id has them. */
    public void oddPayloads(Agent agent) {
        List<Object> payloads = new ArrayList<>(List.of(List.of(1, "two"), "just text", Map.of("id", 17), 5));
        payloads.add(null);
        payloads.forEach(payload -> room.publisher().agent(agent, 4, payload));
    }

    /** Any event. */
    public void tell(Agent agent, int id, Object payload) {
        room.publisher().agent(agent, id, payload);
    }

    /** See {@link ChangeBurst}; each change is one of a call variable. */
    public void changeBurst(Predicate<String> concerns, long perSecond, Duration lasting) {
        ChangeBurst<Call> burst = new ChangeBurst<>(
                () -> room.calls().present().stream()
                        .filter(one ->
                                one.state().live() && concerns.test(one.agent().name()))
                        .toList(),
                this::change,
                room.lane(),
                perSecond,
                lasting);
        bursts.add(burst);
        burst.start();
    }

    private void change(Call call) {
        call.variables().put(Catalogue.CHANGE_VARIABLE, call.burst().next(Instant.now()));
        room.publisher().updated(call, Publisher.UPDATED);
    }

    void stop() {
        bursts.forEach(ChangeBurst::stop);
        bursts.clear();
    }
}
