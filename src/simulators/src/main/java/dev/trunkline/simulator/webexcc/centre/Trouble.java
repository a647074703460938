package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.ChangeBurst;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What goes wrong with agents and their contacts (sheet 9.1). On the lane. */
public final class Trouble {
    private static final String CALLER = "+12065550177";
    private static final String CHANGE = "change";

    private final Room room;
    private final Desk desk;
    private final CallFlow flow;
    private final Endings endings;
    private final List<ChangeBurst<Task>> bursts = new ArrayList<>();

    Trouble(Room room, Desk desk, CallFlow flow, Endings endings) {
        this.room = room;
        this.desk = desk;
        this.flow = flow;
        this.endings = endings;
    }

    /** A supervisor logs him out; what he has ends. */
    public void logOut(Agent agent) {
        desk.throwOut(agent);
    }

    /** A supervisor sets him Idle. */
    public void idle(Agent agent) {
        desk.idled(agent);
    }

    /** His session is gone, and what he had with it; nobody is told. */
    public void loseStation(Agent agent) {
        agent.tasks().forEach(task -> {
            task.silence(true);
            if (task.live()) {
                endings.end(task, Endings.SYSTEM);
            }
            agent.remove(task);
        });
        desk.vanish(agent);
    }

    /** Somebody from outside calls him, whatever he is doing. */
    public void secondCall(Agent agent) {
        Task.Call call = new Task.Call(
                "INBOUND", null, CALLER, Catalogue.ANIS.get(0).name(), Catalogue.FLOW_ENTRY_POINT.id(), null);
        Task task =
                new Task(Ids.next(), call, agent, Phase.WAITING, room.staff().farEnd(CALLER));
        task.customer().join();
        room.tasks().add(task);
        flow.reserve(task);
        flow.offer(task);
    }

    /** His contacts as they are now, told once more. */
    public void tellAgain(Agent agent) {
        agent.tasks().forEach(task -> room.publisher().contact(agent, "ContactUpdated", task));
    }

    /** Any event of the contacts' family. */
    public void tell(Agent agent, String type) {
        room.publisher().routing(agent, type, Map.of("interactionId", Ids.next()));
    }

    /** See {@link ChangeBurst}; each change is one of the call's data. */
    public void changeBurst(Predicate<String> concerns, long perSecond, Duration lasting) {
        ChangeBurst<Task> burst = new ChangeBurst<>(
                () -> room.tasks().live().stream()
                        .filter(task -> task.owner()
                                .filter(owner -> concerns.test(owner.name()))
                                .isPresent())
                        .toList(),
                this::change,
                room.lane(),
                perSecond,
                lasting);
        bursts.add(burst);
        burst.start();
    }

    private void change(Task task) {
        task.data().put(CHANGE, task.burst().next(Instant.now()));
        room.publisher().all("ContactUpdated", task, Map.of());
    }

    void stop() {
        bursts.forEach(ChangeBurst::stop);
        bursts.clear();
    }
}
