package dev.trunkline.simulator.gws.centre;

import dev.trunkline.simulator.FarEnd;
import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.gws.centre.Rules.AgentPhones;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What happens to calls by themselves: they are told, ring, are answered, end (sheet 3.3, 6). On the lane. */
final class CallFlow {
    /** What a campaign's server found out (sheet 6). */
    private static final String RESULT = "GSW_CALL_RESULT";

    private final Room room;
    private final Timing timing;
    private final Desk desk;

    CallFlow(Room room, Desk desk) {
        this.room = room;
        this.desk = desk;
        timing = room.timing();
    }

    /** It is told, and goes its way. */
    void begin(Call call) {
        Agent placer = call.placer();
        Party own = call.of(placer).orElseThrow();
        if (!own.live()) {
            return;
        }
        tell(call, placer);
        if (!room.staff().inHouse(call.number()) && call.farEnd() == FarEnd.STREAM_CUT) {
            room.publisher().cut(placer);
        }
        proceed(call, far(call, placer));
    }

    private static Party far(Call call, Agent placer) {
        return call.parties().stream()
                .filter(party -> !party.is(placer))
                .findFirst()
                .orElseThrow();
    }

    /** Somebody is called. */
    void proceed(Call call, Party far) {
        Optional<Agent> colleague = far.agent();
        if (colleague.isPresent()) {
            ringAt(call, far, colleague.get());
        } else {
            outside(call, far);
        }
    }

    private void ringAt(Call call, Party far, Agent colleague) {
        far.become(CallState.RINGING);
        tell(call, colleague);
        if (room.rules().agentPhones() == AgentPhones.AUTO_ANSWER) {
            next(call, timing.ring(), () -> answer(call, far));
        } else {
            next(call, timing.noAnswer(), () -> leave(call, far));
        }
    }

    private void outside(Call call, Party far) {
        Optional<Fault> told = room.faults().take("outcome", call.placer().name());
        if (told.isPresent()) {
            next(call, timing.busy(), () -> {
                call.userData().put(RESULT, told.get().text());
                leave(call, far);
            });
            return;
        }
        switch (farEnd(far.number())) {
            case BUSY, INVALID_NUMBER -> next(call, timing.busy(), () -> leave(call, far));
            case REJECTS -> next(call, timing.ring(), () -> leave(call, far));
            case NO_ANSWER -> next(call, timing.noAnswer(), () -> leave(call, far));
            case SHORT_CALL ->
                next(call, timing.ring(), () -> {
                    answer(call, far);
                    next(call, timing.shortCall(), () -> leave(call, far));
                });
            default -> next(call, timing.ring(), () -> answer(call, far));
        }
    }

    /** The digits say nothing of a telephone of the house; a colleague who is no party of it is busy. */
    private FarEnd farEnd(String number) {
        if (room.staff().at(number).isPresent()) {
            return FarEnd.BUSY;
        }
        return room.staff().inHouse(number) ? FarEnd.ANSWERS : FarEnd.of(number);
    }

    private void next(Call call, Duration delay, Runnable step) {
        room.progress().next(call, delay, step);
    }

    /** Whoever waited for him talks to him. */
    void answer(Call call, Party far) {
        room.progress().cancel(call);
        far.become(CallState.ESTABLISHED);
        List<Party> waiting = call.live().stream()
                .filter(party -> party.state() == CallState.DIALING)
                .toList();
        waiting.forEach(party -> party.become(CallState.ESTABLISHED));
        far.agent().ifPresent(agent -> tell(call, agent));
        call.live().stream().filter(party -> party != far).forEach(party -> party.agent()
                .ifPresent(agent -> room.publisher()
                        .call(call, agent, waiting.contains(party) ? Publisher.STATUS : "ParticipantsUpdated")));
    }

    /** One goes; whoever would be alone goes, too. */
    void leave(Call call, Party party) {
        release(call, party);
        List<Party> left = call.live();
        if (left.size() < 2) {
            clear(call);
        } else {
            left.forEach(other ->
                    other.agent().ifPresent(agent -> room.publisher().call(call, agent, "ParticipantsUpdated")));
        }
    }

    /** All go. */
    void clear(Call call) {
        endAll(call);
        afterConsult(call, call.placer());
    }

    void endAll(Call call) {
        room.progress().cancel(call);
        call.live().forEach(party -> release(call, party));
    }

    /** He is told that it is over for him. */
    void release(Call call, Party party) {
        if (!party.live()) {
            return;
        }
        party.become(CallState.RELEASED);
        party.agent().ifPresent(agent -> {
            agent.left(call);
            tell(call, agent);
            desk.released(agent, call, party);
        });
    }

    /** The other call may be retrieved again; whether that is told, no source says. */
    private void afterConsult(Call call, Agent agent) {
        if (room.rules().powers().tellsCapabilities()) {
            call.parent().filter(agent.calls()::contains).ifPresent(parent -> room.publisher()
                    .call(parent, agent, "PropertiesUpdated"));
        }
    }

    void tell(Call call, Agent agent) {
        room.publisher().call(call, agent, Publisher.STATUS);
    }
}
