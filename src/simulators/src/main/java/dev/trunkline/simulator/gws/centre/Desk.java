package dev.trunkline.simulator.gws.centre;

import dev.trunkline.simulator.gws.centre.Rules.AfterWrapUp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What agents are to the switch, beside their calls (sheet 2.5, 2.6). On the lane. */
public final class Desk {
    /** Without a device, or with several of which none is the one to log in at: who begins there must name his. */
    private static final Set<String> OPEN_PLACES = Set.of("Place_Empty", "Place_Many");

    private final Room room;

    Desk(Room room) {
        this.room = room;
    }

    /** What an agent asks for when he begins. @param devicePath empty if he names none */
    public record Start(List<String> channels, String place, String devicePath) {}

    /** Begins on voice; refused if that cannot be. */
    public void start(Agent agent, Start start) {
        check(agent, start);
        register(agent);
        if (agent.device().loggedIn()) {
            return;
        }
        become(agent, UserState.LOGGED_IN);
        Optional<UserState> next =
                switch (room.rules().afterLogin()) {
                    case READY -> Optional.of(UserState.READY);
                    case NOT_READY -> Optional.of(UserState.NOT_READY);
                    case LOGGED_IN -> Optional.empty();
                };
        next.ifPresent(state -> room.desks().next(agent.device(), room.timing().settle(), () -> become(agent, state)));
    }

    private static void check(Agent agent, Start start) {
        if (OPEN_PLACES.contains(start.place()) && start.devicePath().isEmpty()) {
            throw StatusException.state("The place '" + start.place() + "' has not one device to log in at.");
        }
        boolean his = start.place().isEmpty() || start.place().equals(agent.place());
        if (!his && !OPEN_PLACES.contains(start.place())) {
            throw StatusException.notFound("The place '" + start.place() + "'");
        }
        if (!start.devicePath().isEmpty() && !start.devicePath().equals(Resources.devicePath(agent))) {
            throw StatusException.notFound("The device '" + start.devicePath() + "'");
        }
    }

    /** Refused, and told besides, if the switch does not know his telephone (sheet 2.6). */
    void register(Agent agent) {
        if (!agent.device().active()) {
            StatusException refusal = StatusException.notRegistered(agent.number());
            room.publisher().error(agent, refusal.getMessage());
            throw refusal;
        }
    }

    public void end(Agent agent) {
        if (agent.device().loggedIn()) {
            become(agent, UserState.LOGGED_OUT);
        }
    }

    /** An agent asks for a state by the name of its operation. */
    public void choose(Agent agent, String operation) {
        UserState state = UserState.of(operation)
                .orElseThrow(() -> StatusException.invalid("There is no operation '" + operation + "'."));
        register(agent);
        if (!agent.device().loggedIn()) {
            throw StatusException.state("The agent is not logged in at device '" + agent.number() + "'.");
        }
        agent.device().owe(agent.device().owes() && !agent.calls().isEmpty());
        become(agent, state);
        if (agent.device().working()) {
            room.desks().next(agent.device(), room.timing().wrapUp(), () -> workOver(agent));
        }
    }

    /** The time for work after a business call begins, once he has no other (sheet 6). */
    void released(Agent agent, Call call, Party own) {
        boolean due = call.type().business()
                && own.everTalked()
                && !room.timing().wrapUp().isZero();
        if (due) {
            agent.device().owe(true);
        }
        if (agent.device().owes() && agent.calls().isEmpty() && agent.device().loggedIn()) {
            room.desks().next(agent.device(), room.timing().settle(), () -> work(agent));
        }
    }

    private void work(Agent agent) {
        if (agent.calls().isEmpty()) {
            agent.device().owe(false);
            become(agent, UserState.AFTER_CALL_WORK);
            room.desks().next(agent.device(), room.timing().wrapUp(), () -> workOver(agent));
        }
    }

    /** As if its time were over; what has not begun yet does not begin either. */
    void endWork(Agent agent) {
        room.desks().cancel(agent.device());
        agent.device().owe(false);
        workOver(agent);
    }

    private void workOver(Agent agent) {
        if (agent.device().working()) {
            UserState before = agent.device().before();
            boolean back = room.rules().afterWrapUp() == AfterWrapUp.BEFORE;
            become(agent, back ? before : UserState.READY);
        }
    }

    private void become(Agent agent, UserState state) {
        room.desks().cancel(agent.device());
        agent.device().become(state);
        room.publisher().device(agent);
    }

    /** The switch does not know his telephone any more, or knows it again. */
    void appears(Agent agent, boolean there) {
        if (agent.device().active() != there) {
            agent.device().register(there);
            room.publisher().device(agent);
        }
    }

    public Map<String, Object> device(Agent agent) {
        return room.publisher().resources().device(agent);
    }
}
